package aftercare.escalation.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.escalation.alarms.UncoveredPolicy.Telling;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UncoveredPolicyTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant NOON = Instant.parse("2026-06-01T16:00:00Z");
    private static final Instant THREE_AT_NIGHT = Instant.parse("2026-06-01T07:00:00Z");

    @Test
    void without_a_hole_or_with_a_distant_one_there_is_no_alarm() {
        assertThat(decide(null, NOON)).isEqualTo(Telling.CLEAR);
        assertThat(decide(NOON.plus(Duration.ofDays(3)), NOON)).isEqualTo(Telling.CLEAR);
    }

    @Test
    void a_hole_of_tomorrow_is_told_today_and_wakes_nobody_tonight() {
        assertThat(decide(NOON.plus(Duration.ofHours(24)), NOON)).isEqualTo(Telling.RAISE);
        assertThat(decide(THREE_AT_NIGHT.plus(Duration.ofHours(24)), THREE_AT_NIGHT))
                .isEqualTo(Telling.LEAVE);
    }

    @Test
    void a_hole_that_begins_soon_is_told_at_any_hour() {
        assertThat(decide(THREE_AT_NIGHT.plus(Duration.ofHours(2)), THREE_AT_NIGHT))
                .isEqualTo(Telling.RAISE);
    }

    @Test
    void every_hole_that_was_there_is_told_a_day_ahead_at_whatever_hour_it_begins() {
        assertThat(IntStream.range(0, 24 * 60)).allMatch(minute -> {
            var hole = NOON.plus(Duration.ofDays(7)).plus(Duration.ofMinutes(minute));
            return IntStream.rangeClosed(0, 12 * 60)
                    .anyMatch(before ->
                            decide(hole, hole.minus(Duration.ofHours(24)).minus(Duration.ofMinutes(before)))
                                    == Telling.RAISE);
        });
    }

    private static Telling decide(@org.jspecify.annotations.Nullable Instant hole, Instant now) {
        return UncoveredPolicy.decide(hole, now, NEW_YORK);
    }
}
