package aftercare.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The PHQ-9 of the shipped journey, one item a text, to a 1 on its ninth: a human is paged, and nothing more is asked. */
class RiskItemTest {
    private static final ZoneId THERE = ZoneId.of("America/New_York");
    private static final String NOOR = "+12025550163";
    private static final int ITEMS = 9;

    @TempDir
    Path data;

    @Test
    void any_thought_of_being_better_off_dead_pages_on_call_and_ends_the_questionnaire() {
        try (var clinic = Clinic.open(data)) {
            var session = clinic.now()
                    .atZone(THERE)
                    .toLocalDate()
                    .plusDays(5)
                    .with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY));
            clinic.fhir("Patient", "noor", Fhir.patient("noor", "Noor", "Haddad", NOOR, THERE.getId()));
            clinic.fhir(
                    "Appointment",
                    "visit-1",
                    Fhir.appointment("visit-1", "noor", "booked", at(session, 13), at(session, 15)));
            clinic.playThrough(at(session.minusDays(3), 10).plus(Duration.ofMinutes(2)));

            for (int item = 1; item <= ITEMS; item++) {
                awaitItem(clinic, item);
                clinic.type(NOOR, item < ITEMS ? "0" : "1");
            }
            assertThat(clinic.textsOnceThereAre(1, Clinic.ROSA, Duration.ofSeconds(10))
                            .getLast())
                    .containsPattern("alert.*Reply 1")
                    .doesNotContain("Noor", "PHQ", "http");
            int said = clinic.texts(NOOR).size();
            assertThat(clinic.api("rosa", "escalation", "/v1/escalations?view=open")
                            .size())
                    .isEqualTo(1);
            clinic.type(Clinic.ROSA, "1");
            clinic.playThrough(at(session.minusDays(3), 15));

            assertThat(clinic.texts(NOOR)).as("no machine answers").hasSize(said);
            assertThat(clinic.api("rosa", "journeys", "/v1/patients/noor/scores")
                            .toString())
                    .contains("\"instrument\":\"PHQ9\"", "\"state\":\"STOPPED\"", "\"CRISIS\"")
                    .doesNotContain("\"scale\":\"PHQ9\"");
        }
    }

    private static void awaitItem(Clinic clinic, int item) {
        await("item " + item)
                .atMost(Duration.ofSeconds(30))
                .until(() -> clinic.texts(NOOR).getLast().contains(item + "/" + ITEMS + " "));
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(THERE).toInstant();
    }
}
