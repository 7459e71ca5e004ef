package aftercare.journeys.planning;

import static aftercare.journeys.planning.Told.windowOf;
import static org.assertj.core.api.Assertions.assertThat;

import aftercare.journeys.definition.SendHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nights on which the clocks change, against instants worked out by hand. */
class ClockChangeTest {

    @ParameterizedTest
    @CsvSource({
        // Preparation at 10:00 on the day after the change, and on the day itself.
        "America/New_York,    2026-03-09T14:00, 2026-03-08T14:00:00Z",
        "America/New_York,    2026-03-10T14:00, 2026-03-09T14:00:00Z",
        "America/New_York,    2026-03-08T14:00, 2026-03-07T15:00:00Z",
        "America/New_York,    2026-11-02T14:00, 2026-11-01T15:00:00Z",
        "America/Los_Angeles, 2026-03-09T14:00, 2026-03-08T17:00:00Z",
        "America/Los_Angeles, 2026-11-01T14:00, 2026-10-31T17:00:00Z",
        "America/Phoenix,     2026-03-09T14:00, 2026-03-08T17:00:00Z",
        "Pacific/Honolulu,    2026-03-09T14:00, 2026-03-08T20:00:00Z",
        "Europe/London,       2026-03-30T14:00, 2026-03-29T09:00:00Z",
        "Australia/Lord_Howe, 2026-10-05T14:00, 2026-10-03T23:00:00Z",
        "Australia/Lord_Howe, 2026-04-05T14:00, 2026-04-03T23:00:00Z",
    })
    void preparation_opens_at_ten_by_the_patients_own_clock(String zone, String visit, Instant opens) {
        var told = Told.of(ZoneId.of(zone)).living().agreed("2026-02-02T10:00").booked("a", visit, "2026-02-03T11:00");

        var window = windowOf(told.planAt("2026-02-03T11:00"), "T06");
        assertThat(window).isNotNull();
        assertThat(window.opensAt()).isEqualTo(opens);
    }

    @Test
    void an_evening_check_three_hours_after_a_discharge_counts_real_hours() {
        var newYork = Told.NEW_YORK;
        var told = Told.of(newYork)
                .living()
                .agreed("2026-02-02T10:00")
                .booked("a", "2026-03-07T22:00", "2026-02-03T11:00")
                .completed("a", "2026-03-07T23:30");

        // 23:30 and three hours are 03:30 of the night that leaves out two o'clock: it goes in the morning, summer
        // time.
        assertThat(windowOf(told.planAt("2026-03-07T23:30"), "T10"))
                .isEqualTo(new aftercare.schemas.messaging.Window(
                        Instant.parse("2026-03-08T13:00:00Z"), Instant.parse("2026-03-08T16:00:00Z")));
    }

    @Test
    void a_time_that_does_not_exist_moves_forward_by_the_gap() {
        var window = SendHours.parse("02:30-05:00").on(LocalDate.of(2026, 3, 8), Told.NEW_YORK);

        assertThat(window.opensAt()).isEqualTo(Instant.parse("2026-03-08T07:30:00Z"));
    }

    @Test
    void a_time_that_exists_twice_is_its_first_occurrence() {
        var window = SendHours.parse("01:30-05:00").on(LocalDate.of(2026, 11, 1), Told.NEW_YORK);

        assertThat(window.opensAt()).isEqualTo(Instant.parse("2026-11-01T05:30:00Z"));
    }
}
