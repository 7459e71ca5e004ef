package aftercare.journeys.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class VariablesTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private final Variables variables = new Variables(
            new ClinicSettings("Harbor Clinic", "+12025550100", NEW_YORK),
            ZonedDateTime.of(2026, 3, 4, 14, 30, 0, 0, NEW_YORK));

    @Test
    void a_visit_is_told_as_people_say_it() {
        assertThat(variables.fill("{clinic} {phone} {date} {time}", "en"))
                .isEqualTo("Harbor Clinic 202-555-0100 Wed Mar 4 2:30 PM");
    }

    @Test
    void spanish_dates_stay_within_the_gsm_alphabet() {
        var text = variables.fill("{date} {time}", "es");

        assertThat(text).isEqualTo("mié 4 mar 2:30 PM");
        assertThat(Segments.of(text).encoding()).isEqualTo(Segments.Encoding.GSM_7);
    }

    @Test
    void fasting_times_count_back_from_the_start() {
        assertThat(variables.fill("{time-6h} {time-30min}", "en")).isEqualTo("8:30 AM 2:00 PM");
    }
}
