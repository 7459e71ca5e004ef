package aftercare.journeys.planning;

import static aftercare.journeys.planning.Told.windowOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * When texts go around both nights of 2027 on which clocks change, in six places. Every instant was worked out by hand from the offsets:
 * Los Angeles -8/-7 and New York -5/-4 (14 March 02:00 and 7 November 02:00), Phoenix -7 and Honolulu -10 all year, London 0/+1 (28 March
 * 01:00 and 31 October 02:00), Lord Howe +11/+10:30 (back by half an hour on 4 April 02:00, forward on 3 October 02:00).
 */
class SpringAndAutumnTest {

    /** A session from 14:00 to 15:00, discharged at 15:20: preparation at ten the day before, checks at 18:20 and at ten the day after. */
    @ParameterizedTest
    @CsvSource({
        // The session is on the day of the change: preparation still by the old offset, the checks by the new.
        "America/Los_Angeles, 2027-03-14, 2027-03-13T18:00:00Z, 2027-03-15T01:20:00Z, 2027-03-15T17:00:00Z",
        "America/Los_Angeles, 2027-11-07, 2027-11-06T17:00:00Z, 2027-11-08T02:20:00Z, 2027-11-08T18:00:00Z",
        "America/New_York,    2027-03-14, 2027-03-13T15:00:00Z, 2027-03-14T22:20:00Z, 2027-03-15T14:00:00Z",
        "America/New_York,    2027-11-07, 2027-11-06T14:00:00Z, 2027-11-07T23:20:00Z, 2027-11-08T15:00:00Z",
        "America/Phoenix,     2027-03-14, 2027-03-13T17:00:00Z, 2027-03-15T01:20:00Z, 2027-03-15T17:00:00Z",
        "America/Phoenix,     2027-11-07, 2027-11-06T17:00:00Z, 2027-11-08T01:20:00Z, 2027-11-08T17:00:00Z",
        "Pacific/Honolulu,    2027-03-14, 2027-03-13T20:00:00Z, 2027-03-15T04:20:00Z, 2027-03-15T20:00:00Z",
        "Pacific/Honolulu,    2027-11-07, 2027-11-06T20:00:00Z, 2027-11-08T04:20:00Z, 2027-11-08T20:00:00Z",
        "Europe/London,       2027-03-28, 2027-03-27T10:00:00Z, 2027-03-28T17:20:00Z, 2027-03-29T09:00:00Z",
        "Europe/London,       2027-10-31, 2027-10-30T09:00:00Z, 2027-10-31T18:20:00Z, 2027-11-01T10:00:00Z",
        "Australia/Lord_Howe, 2027-04-04, 2027-04-02T23:00:00Z, 2027-04-04T07:50:00Z, 2027-04-04T23:30:00Z",
        "Australia/Lord_Howe, 2027-10-03, 2027-10-01T23:30:00Z, 2027-10-03T07:20:00Z, 2027-10-03T23:00:00Z",
        // The session is the day before the change: only the check of the day after is by the new offset.
        "America/Los_Angeles, 2027-03-13, 2027-03-12T18:00:00Z, 2027-03-14T02:20:00Z, 2027-03-14T17:00:00Z",
        "America/Los_Angeles, 2027-11-06, 2027-11-05T17:00:00Z, 2027-11-07T01:20:00Z, 2027-11-07T18:00:00Z",
        "America/New_York,    2027-03-13, 2027-03-12T15:00:00Z, 2027-03-13T23:20:00Z, 2027-03-14T14:00:00Z",
        "America/New_York,    2027-11-06, 2027-11-05T14:00:00Z, 2027-11-06T22:20:00Z, 2027-11-07T15:00:00Z",
        "America/Phoenix,     2027-03-13, 2027-03-12T17:00:00Z, 2027-03-14T01:20:00Z, 2027-03-14T17:00:00Z",
        "Pacific/Honolulu,    2027-11-06, 2027-11-05T20:00:00Z, 2027-11-07T04:20:00Z, 2027-11-07T20:00:00Z",
        "Europe/London,       2027-03-27, 2027-03-26T10:00:00Z, 2027-03-27T18:20:00Z, 2027-03-28T09:00:00Z",
        "Europe/London,       2027-10-30, 2027-10-29T09:00:00Z, 2027-10-30T17:20:00Z, 2027-10-31T10:00:00Z",
        "Australia/Lord_Howe, 2027-04-03, 2027-04-01T23:00:00Z, 2027-04-03T07:20:00Z, 2027-04-03T23:30:00Z",
        "Australia/Lord_Howe, 2027-10-02, 2027-09-30T23:30:00Z, 2027-10-02T07:50:00Z, 2027-10-02T23:00:00Z",
        // The session is the day after the change: all by the new offset.
        "America/Los_Angeles, 2027-03-15, 2027-03-14T17:00:00Z, 2027-03-16T01:20:00Z, 2027-03-16T17:00:00Z",
        "America/Los_Angeles, 2027-11-08, 2027-11-07T18:00:00Z, 2027-11-09T02:20:00Z, 2027-11-09T18:00:00Z",
        "America/New_York,    2027-03-15, 2027-03-14T14:00:00Z, 2027-03-15T22:20:00Z, 2027-03-16T14:00:00Z",
        "America/New_York,    2027-11-08, 2027-11-07T15:00:00Z, 2027-11-08T23:20:00Z, 2027-11-09T15:00:00Z",
        "Europe/London,       2027-03-29, 2027-03-28T09:00:00Z, 2027-03-29T17:20:00Z, 2027-03-30T09:00:00Z",
        "Europe/London,       2027-11-01, 2027-10-31T10:00:00Z, 2027-11-01T18:20:00Z, 2027-11-02T10:00:00Z",
        "Australia/Lord_Howe, 2027-04-05, 2027-04-03T23:30:00Z, 2027-04-05T07:50:00Z, 2027-04-05T23:30:00Z",
        "Australia/Lord_Howe, 2027-10-04, 2027-10-02T23:00:00Z, 2027-10-04T07:20:00Z, 2027-10-04T23:00:00Z",
    })
    void texts_go_by_the_patients_own_clock(
            String zone, String day, Instant preparation, Instant evening, Instant nextDay) {
        var told = Told.of(ZoneId.of(zone))
                .living()
                .agreed("2026-02-02T10:00")
                .booked("a", day + "T14:00", "2027-01-04T11:00");
        assertThat(opens(told, "2027-01-05T11:00", "T06")).isEqualTo(preparation);

        told.completed("a", day + "T15:20");
        var afterwards = day + "T15:21";

        assertThat(opens(told, afterwards, "T10")).isEqualTo(evening);
        assertThat(opens(told, afterwards, "T11")).isEqualTo(nextDay);
    }

    /** Three real hours from a discharge at 23:30 on the eve of the change are past the night; the check goes at nine by the new offset. */
    @ParameterizedTest
    @CsvSource({
        "America/Los_Angeles, 2027-03-13, 2027-03-14T16:00:00Z",
        "America/Los_Angeles, 2027-11-06, 2027-11-07T17:00:00Z",
        "America/New_York,    2027-03-13, 2027-03-14T13:00:00Z",
        "America/New_York,    2027-11-06, 2027-11-07T14:00:00Z",
        "America/Phoenix,     2027-03-13, 2027-03-14T16:00:00Z",
        "Pacific/Honolulu,    2027-11-06, 2027-11-07T19:00:00Z",
        "Europe/London,       2027-03-27, 2027-03-28T08:00:00Z",
        "Europe/London,       2027-10-30, 2027-10-31T09:00:00Z",
        "Australia/Lord_Howe, 2027-04-03, 2027-04-03T22:30:00Z",
        "Australia/Lord_Howe, 2027-10-02, 2027-10-02T22:00:00Z",
    })
    void a_late_discharge_over_the_night_is_checked_on_in_the_morning(String zone, String day, Instant morning) {
        var told = Told.of(ZoneId.of(zone))
                .living()
                .agreed("2026-02-02T10:00")
                .booked("a", day + "T22:00", "2027-01-04T11:00")
                .completed("a", day + "T23:30");

        assertThat(opens(told, day + "T23:31", "T10")).isEqualTo(morning);
    }

    private static Instant opens(Told told, String now, String touchpoint) {
        var window = windowOf(told.planAt(now), touchpoint);
        assertThat(window).as("%s at %s", touchpoint, now).isNotNull();
        return window.opensAt();
    }
}
