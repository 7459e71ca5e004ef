package aftercare.escalation.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class StaffedHoursTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private final StaffedHours hours = new StaffedHours(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 0), NEW_YORK);

    @Test
    void two_staffed_hours_of_a_morning_are_two_hours() {
        assertThat(hours.after(Duration.ofHours(2), at("2026-03-04T10:00"))).isEqualTo(at("2026-03-04T12:00"));
    }

    @Test
    void what_comes_at_night_is_counted_from_the_morning() {
        assertThat(hours.after(Duration.ofHours(2), at("2026-03-04T22:00"))).isEqualTo(at("2026-03-05T11:00"));
        assertThat(hours.after(Duration.ofHours(2), at("2026-03-04T03:00"))).isEqualTo(at("2026-03-04T11:00"));
    }

    @Test
    void the_weekend_does_not_count_even_when_the_clocks_change_in_it() {
        assertThat(hours.after(Duration.ofHours(2), at("2026-03-06T16:00"))).isEqualTo(at("2026-03-09T10:00"));
        assertThat(hours.after(Duration.ofHours(2), at("2026-10-30T16:00"))).isEqualTo(at("2026-11-02T10:00"));
    }

    @Test
    void a_span_is_covered_only_when_all_of_it_lies_in_the_hours_of_one_day() {
        assertThat(hours.cover(at("2026-03-04T09:00"), at("2026-03-04T17:00"))).isTrue();
        assertThat(hours.cover(at("2026-03-04T08:59"), at("2026-03-04T12:00"))).isFalse();
        assertThat(hours.cover(at("2026-03-04T13:31"), at("2026-03-04T17:01"))).isFalse();
        assertThat(hours.cover(at("2026-03-06T16:00"), at("2026-03-09T10:00"))).isFalse();
        assertThat(hours.cover(at("2026-03-07T10:00"), at("2026-03-07T11:00"))).isFalse();
    }

    @Test
    void the_next_staffed_day_is_never_today() {
        assertThat(hours.nextDayAt(LocalTime.of(10, 0), at("2026-03-04T08:00"))).isEqualTo(at("2026-03-05T10:00"));
        assertThat(hours.nextDayAt(LocalTime.of(10, 0), at("2026-03-06T08:00"))).isEqualTo(at("2026-03-09T10:00"));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
    }
}
