package aftercare.simulator.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aftercare.simulator.clock.Goal.NextDue;
import aftercare.simulator.clock.Goal.Until;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlayRequestTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant NOW = Instant.parse("2026-03-07T17:00:00Z");

    private static Goal goal(@Nullable String until, @Nullable String span) {
        return new PlayRequest(until, span, null, null).goal(NOW, NEW_YORK);
    }

    @Test
    void a_time_without_a_zone_is_the_clinics_own() {
        assertThat(goal("2026-03-07T18:00", null)).isEqualTo(new Until(Instant.parse("2026-03-07T23:00:00Z")));
        assertThat(goal("2026-03-07T18:00:00Z", null)).isEqualTo(new Until(Instant.parse("2026-03-07T18:00:00Z")));
    }

    @Test
    void a_day_on_is_the_same_time_of_day_though_the_clocks_change_that_night() {
        assertThat(goal(null, "P1D")).isEqualTo(new Until(Instant.parse("2026-03-08T16:00:00Z")));
        assertThat(goal(null, "PT24H")).isEqualTo(new Until(Instant.parse("2026-03-08T17:00:00Z")));
    }

    @Test
    void clinic_time_never_goes_back() {
        assertThatThrownBy(() -> goal("2026-03-07T11:00", null))
                .isInstanceOf(DateTimeException.class)
                .hasMessageContaining("2026-03-07T12:00")
                .hasMessageContaining("later");
        assertThatThrownBy(() -> goal(null, "-PT1H")).isInstanceOf(DateTimeException.class);
    }

    @Test
    void what_can_not_be_read_is_answered_with_an_example() {
        assertThatThrownBy(() -> goal("tomorrow", null)).hasMessageContaining("2026-03-04T18:00");
        assertThatThrownBy(() -> goal(null, "an hour")).hasMessageContaining("PT1H");
        assertThatThrownBy(() -> goal(null, null)).hasMessageContaining("toNext");
    }

    @Test
    void whoever_asks_waits_unless_they_say_otherwise() {
        assertThat(new PlayRequest(null, null, true, null).waits()).isTrue();
        assertThat(new PlayRequest(null, null, true, false).waits()).isFalse();
        assertThat(new PlayRequest(null, null, true, null).goal(NOW, NEW_YORK)).isEqualTo(new NextDue());
    }
}
