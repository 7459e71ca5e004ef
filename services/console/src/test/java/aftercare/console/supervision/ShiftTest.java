package aftercare.console.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ShiftTest {
    private static final ZoneId CLINIC = ZoneId.of("America/New_York");

    @Test
    void the_day_runs_from_seven_to_nineteen_and_the_night_over_midnight() {
        assertThat(at("2026-03-04T07:00")).isEqualTo(new Shift(true, on("2026-03-04T07:00"), on("2026-03-04T19:00")));
        assertThat(at("2026-03-04T18:59")).isEqualTo(at("2026-03-04T07:00"));
        assertThat(at("2026-03-04T19:00")).isEqualTo(new Shift(false, on("2026-03-04T19:00"), on("2026-03-05T07:00")));
        assertThat(at("2026-03-05T06:59")).isEqualTo(at("2026-03-04T19:00"));
    }

    @Test
    void the_night_the_clocks_go_forward_is_an_hour_shorter() {
        var night = at("2026-03-08T01:30");

        assertThat(Duration.between(night.from(), night.until())).isEqualTo(Duration.ofHours(11));
    }

    private static Shift at(String local) {
        return Shift.at(on(local), CLINIC);
    }

    private static Instant on(String local) {
        return LocalDateTime.parse(local).atZone(CLINIC).toInstant();
    }
}
