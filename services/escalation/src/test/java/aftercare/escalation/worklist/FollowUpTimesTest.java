package aftercare.escalation.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.escalation.site.StaffedHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FollowUpTimesTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration THREE_DAYS = Duration.ofDays(3);
    private static final StaffedHours WEEKDAYS = new StaffedHours(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 0), NEW_YORK);

    private final FollowUpTimes times = new FollowUpTimes(WEEKDAYS);

    @Test
    void in_staffed_hours_it_is_when_it_was_promised() {
        assertThat(times.due(DAY, at("2026-03-02T11:30"))).isEqualTo(at("2026-03-03T11:30"));
        assertThat(times.due(THREE_DAYS, at("2026-03-02T11:30"))).isEqualTo(at("2026-03-05T11:30"));
    }

    @Test
    void at_night_it_is_before_that_night() {
        assertThat(times.due(DAY, at("2026-03-03T23:00"))).isEqualTo(at("2026-03-04T17:00"));
        assertThat(times.due(DAY, at("2026-03-04T02:00"))).isEqualTo(at("2026-03-04T17:00"));
        assertThat(times.due(THREE_DAYS, at("2026-03-02T20:00"))).isEqualTo(at("2026-03-05T17:00"));
    }

    @Test
    void too_soon_after_the_case_it_waits_for_the_next_morning() {
        assertThat(times.due(DAY, at("2026-03-06T16:00"))).isEqualTo(at("2026-03-09T09:00"));
    }

    @Test
    void beyond_three_days_it_waits_for_no_morning_also_when_the_clocks_change() {
        assertThat(times.due(THREE_DAYS, at("2026-03-05T20:00"))).isEqualTo(at("2026-03-08T21:00"));
    }

    @Test
    void whenever_a_case_ends_somebody_calls_within_three_days() {
        var start = at("2026-03-02T00:00");
        IntStream.range(0, 14 * 24)
                .mapToObj(hour -> start.plus(Duration.ofHours(hour)))
                .forEach(resolved -> {
                    var first = times.due(DAY, resolved);
                    var second = times.due(THREE_DAYS, resolved);
                    assertThat(first)
                            .isAfter(resolved.plus(Duration.ofHours(11)))
                            .isBeforeOrEqualTo(resolved.plus(THREE_DAYS));
                    assertThat(second)
                            .isAfter(resolved.plus(Duration.ofHours(35)))
                            .isBeforeOrEqualTo(resolved.plus(THREE_DAYS));
                    assertThat(first).isBeforeOrEqualTo(second);
                });
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
    }
}
