package aftercare.escalation.oncall.rotations;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.schemas.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The weeks around each change of the clocks, in three zones, written by hand: one line a day, one letter for each hour (on Lord Howe, whose
 * clocks move by half an hour, for each half hour) that passes from midnight to midnight. A day of 23 hours has 23 letters.
 */
class DaylightSavingTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final StaffId D = new StaffId("D");

    /** On 8 March the clocks jump from 02:00 to 03:00: the hand-off at 02:30 is where they jump. */
    @Test
    void new_york_in_spring_daily_at_a_time_that_is_skipped() {
        var rotation =
                rotation("America/New_York", "2026-03-02T02:30", new Cadence(1, Cadence.Unit.DAYS), "A", "B", "C");

        assertThat(week(plain(rotation), "2026-03-05", HOUR))
                .containsExactly(
                        "CCCAAAAAAAAAAAAAAAAAAAAA",
                        "AAABBBBBBBBBBBBBBBBBBBBB",
                        "BBBCCCCCCCCCCCCCCCCCCCCC",
                        "CCAAAAAAAAAAAAAAAAAAAAA",
                        "AAABBBBBBBBBBBBBBBBBBBBB",
                        "BBBCCCCCCCCCCCCCCCCCCCCC",
                        "CCCAAAAAAAAAAAAAAAAAAAAA");
        assertThat(rotation.handOff(6)).isEqualTo(Instant.parse("2026-03-08T07:00:00Z"));
    }

    @Test
    void new_york_in_spring_with_an_override_across_the_change() {
        var rotation =
                rotation("America/New_York", "2026-03-02T02:30", new Cadence(1, Cadence.Unit.DAYS), "A", "B", "C");

        assertThat(week(overridden(rotation, "2026-03-07T22:00", "2026-03-08T06:00"), "2026-03-05", HOUR))
                .containsExactly(
                        "CCCAAAAAAAAAAAAAAAAAAAAA",
                        "AAABBBBBBBBBBBBBBBBBBBBB",
                        "BBBCCCCCCCCCCCCCCCCCCCDD",
                        "DDDDDAAAAAAAAAAAAAAAAAA",
                        "AAABBBBBBBBBBBBBBBBBBBBB",
                        "BBBCCCCCCCCCCCCCCCCCCCCC",
                        "CCCAAAAAAAAAAAAAAAAAAAAA");
    }

    /** On 1 November the hour from 01:00 comes twice: the hand-off at 01:30 is in the first of them. */
    @Test
    void new_york_in_autumn_twice_a_day_at_a_time_that_comes_twice() {
        var rotation =
                rotation("America/New_York", "2026-10-26T01:30", new Cadence(12, Cadence.Unit.HOURS), "A", "B", "C");

        assertThat(week(plain(rotation), "2026-10-29", HOUR))
                .containsExactly(
                        "CCAAAAAAAAAAAABBBBBBBBBB",
                        "BBCCCCCCCCCCCCAAAAAAAAAA",
                        "AABBBBBBBBBBBBCCCCCCCCCC",
                        "CCAAAAAAAAAAAAABBBBBBBBBB",
                        "BBCCCCCCCCCCCCAAAAAAAAAA",
                        "AABBBBBBBBBBBBCCCCCCCCCC",
                        "CCAAAAAAAAAAAABBBBBBBBBB");
        assertThat(rotation.handOff(12)).isEqualTo(Instant.parse("2026-11-01T05:30:00Z"));
    }

    @Test
    void new_york_in_autumn_with_an_override_across_the_change() {
        var rotation =
                rotation("America/New_York", "2026-10-26T01:30", new Cadence(12, Cadence.Unit.HOURS), "A", "B", "C");

        assertThat(week(overridden(rotation, "2026-10-31T22:00", "2026-11-01T06:00"), "2026-10-29", HOUR))
                .containsExactly(
                        "CCAAAAAAAAAAAABBBBBBBBBB",
                        "BBCCCCCCCCCCCCAAAAAAAAAA",
                        "AABBBBBBBBBBBBCCCCCCCCDD",
                        "DDDDDDDAAAAAAAABBBBBBBBBB",
                        "BBCCCCCCCCCCCCAAAAAAAAAA",
                        "AABBBBBBBBBBBBCCCCCCCCCC",
                        "CCAAAAAAAAAAAABBBBBBBBBB");
    }

    /** On 29 March the clocks jump from 01:00 to 02:00, and the week is handed over at 01:30. */
    @Test
    void london_in_spring_weekly_at_a_time_that_is_skipped() {
        var rotation = rotation("Europe/London", "2026-03-22T01:30", new Cadence(1, Cadence.Unit.WEEKS), "A", "B");

        assertThat(week(plain(rotation), "2026-03-26", HOUR))
                .containsExactly(
                        "AAAAAAAAAAAAAAAAAAAAAAAA",
                        "AAAAAAAAAAAAAAAAAAAAAAAA",
                        "AAAAAAAAAAAAAAAAAAAAAAAA",
                        "ABBBBBBBBBBBBBBBBBBBBBB",
                        "BBBBBBBBBBBBBBBBBBBBBBBB",
                        "BBBBBBBBBBBBBBBBBBBBBBBB",
                        "BBBBBBBBBBBBBBBBBBBBBBBB");
        assertThat(rotation.handOff(1)).isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
    }

    @Test
    void london_in_spring_with_an_override_across_the_change() {
        var rotation = rotation("Europe/London", "2026-03-22T01:30", new Cadence(1, Cadence.Unit.WEEKS), "A", "B");

        assertThat(week(overridden(rotation, "2026-03-28T22:00", "2026-03-29T06:00"), "2026-03-26", HOUR))
                .containsExactly(
                        "AAAAAAAAAAAAAAAAAAAAAAAA",
                        "AAAAAAAAAAAAAAAAAAAAAAAA",
                        "AAAAAAAAAAAAAAAAAAAAAADD",
                        "DDDDDBBBBBBBBBBBBBBBBBB",
                        "BBBBBBBBBBBBBBBBBBBBBBBB",
                        "BBBBBBBBBBBBBBBBBBBBBBBB",
                        "BBBBBBBBBBBBBBBBBBBBBBBB");
    }

    /** On 25 October the hour from 01:00 comes twice, and the week is handed over as it begins for the first time. */
    @Test
    void london_in_autumn_weekly_at_a_time_that_comes_twice() {
        var rotation = rotation("Europe/London", "2026-10-18T01:00", new Cadence(1, Cadence.Unit.WEEKS), "A", "B");

        assertThat(week(plain(rotation), "2026-10-22", HOUR))
                .containsExactly(
                        "AAAAAAAAAAAAAAAAAAAAAAAA",
                        "AAAAAAAAAAAAAAAAAAAAAAAA",
                        "AAAAAAAAAAAAAAAAAAAAAAAA",
                        "ABBBBBBBBBBBBBBBBBBBBBBBB",
                        "BBBBBBBBBBBBBBBBBBBBBBBB",
                        "BBBBBBBBBBBBBBBBBBBBBBBB",
                        "BBBBBBBBBBBBBBBBBBBBBBBB");
        assertThat(rotation.handOff(1)).isEqualTo(Instant.parse("2026-10-25T00:00:00Z"));
    }

    @Test
    void london_in_autumn_with_an_override_across_the_change() {
        var rotation = rotation("Europe/London", "2026-10-18T01:00", new Cadence(1, Cadence.Unit.WEEKS), "A", "B");

        assertThat(week(overridden(rotation, "2026-10-24T22:00", "2026-10-25T06:00"), "2026-10-22", HOUR))
                .containsExactly(
                        "AAAAAAAAAAAAAAAAAAAAAAAA",
                        "AAAAAAAAAAAAAAAAAAAAAAAA",
                        "AAAAAAAAAAAAAAAAAAAAAADD",
                        "DDDDDDDBBBBBBBBBBBBBBBBBB",
                        "BBBBBBBBBBBBBBBBBBBBBBBB",
                        "BBBBBBBBBBBBBBBBBBBBBBBB",
                        "BBBBBBBBBBBBBBBBBBBBBBBB");
    }

    /** On 5 April the half hour from 01:30 comes twice: the hand-off at 01:45 is in the first of them. */
    @Test
    void lord_howe_in_autumn_daily_at_a_time_that_comes_twice() {
        var rotation =
                rotation("Australia/Lord_Howe", "2026-03-30T01:45", new Cadence(1, Cadence.Unit.DAYS), "A", "B", "C");

        assertThat(week(plain(rotation), "2026-04-02", HALF_AN_HOUR))
                .containsExactly(
                        "CCCCAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                        "AAAABBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB",
                        "BBBBCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC",
                        "CCCCAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                        "AAAABBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB",
                        "BBBBCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC",
                        "CCCCAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        assertThat(rotation.handOff(6)).isEqualTo(Instant.parse("2026-04-04T14:45:00Z"));
    }

    @Test
    void lord_howe_in_autumn_with_an_override_across_the_change() {
        var rotation =
                rotation("Australia/Lord_Howe", "2026-03-30T01:45", new Cadence(1, Cadence.Unit.DAYS), "A", "B", "C");

        assertThat(week(overridden(rotation, "2026-04-04T22:00", "2026-04-05T06:00"), "2026-04-02", HALF_AN_HOUR))
                .containsExactly(
                        "CCCCAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                        "AAAABBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB",
                        "BBBBCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCDDDD",
                        "DDDDDDDDDDDDDAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                        "AAAABBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB",
                        "BBBBCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC",
                        "CCCCAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    }

    /** On 4 October the clocks jump from 02:00 to 02:30: the hand-off at 02:15 is where they jump. */
    @Test
    void lord_howe_in_spring_daily_at_a_time_that_is_skipped() {
        var rotation =
                rotation("Australia/Lord_Howe", "2026-09-28T02:15", new Cadence(1, Cadence.Unit.DAYS), "A", "B", "C");

        assertThat(week(plain(rotation), "2026-10-01", HALF_AN_HOUR))
                .containsExactly(
                        "CCCCCAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                        "AAAAABBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB",
                        "BBBBBCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC",
                        "CCCCAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                        "AAAAABBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB",
                        "BBBBBCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC",
                        "CCCCCAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        assertThat(rotation.handOff(6)).isEqualTo(Instant.parse("2026-10-03T15:30:00Z"));
    }

    @Test
    void lord_howe_in_spring_with_an_override_across_the_change() {
        var rotation =
                rotation("Australia/Lord_Howe", "2026-09-28T02:15", new Cadence(1, Cadence.Unit.DAYS), "A", "B", "C");

        assertThat(week(overridden(rotation, "2026-10-03T22:00", "2026-10-04T06:00"), "2026-10-01", HALF_AN_HOUR))
                .containsExactly(
                        "CCCCCAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                        "AAAAABBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB",
                        "BBBBBCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCDDDD",
                        "DDDDDDDDDDDAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                        "AAAAABBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB",
                        "BBBBBCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC",
                        "CCCCCAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    }

    private static Rotation rotation(String zone, String startsAt, Cadence cadence, String... people) {
        return new Rotation(
                "nights",
                "Nights",
                Stream.of(people).map(StaffId::new).toList(),
                cadence,
                LocalDateTime.parse(startsAt),
                ZoneId.of(zone));
    }

    private static Schedule plain(Rotation rotation) {
        return new Schedule(rotation, List.of(), List.of(), List.of());
    }

    private static Schedule overridden(Rotation rotation, String from, String until) {
        var override = new ShiftOverride(
                UUID.randomUUID(),
                "nights",
                D,
                LocalDateTime.parse(from).atZone(rotation.zone()).toInstant(),
                LocalDateTime.parse(until).atZone(rotation.zone()).toInstant());
        return new Schedule(rotation, List.of(), List.of(), List.of(override));
    }

    /** Seven days from a local midnight on, each asked at every step of time that really passes. */
    private static List<String> week(Schedule schedule, String firstDay, Duration step) {
        var days = new ArrayList<String>();
        for (var day = 0; day < 7; day++) {
            var date = LocalDate.parse(firstDay).plusDays(day);
            var midnight = date.atStartOfDay(schedule.rotation().zone()).toInstant();
            var next = date.plusDays(1).atStartOfDay(schedule.rotation().zone()).toInstant();
            var letters = new StringBuilder();
            for (var at = midnight; at.isBefore(next); at = at.plus(step)) {
                letters.append(schedule.at(at).who());
            }
            days.add(letters.toString());
        }
        return days;
    }
}
