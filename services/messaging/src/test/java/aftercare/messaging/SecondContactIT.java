package aftercare.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.platform.access.Role;
import aftercare.schemas.SiteId;
import aftercare.schemas.clinic.NumberUse;
import aftercare.schemas.clinic.PatientChanged;
import aftercare.schemas.clinic.PatientNumber;
import aftercare.schemas.clinic.Provenance;
import aftercare.schemas.clinic.SecondContact;
import aftercare.testkit.Tokens;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;

/** Whom to ask when the patient can't be reached, as the chart says. */
class SecondContactIT extends Scene {
    @LocalServerPort
    int port;

    @Test
    void a_patient_comes_with_every_number_and_the_second_contact_and_both_follow_the_chart() {
        var patient = somebody();
        chart(patient, true);

        assertThat(view(patient))
                .contains("\"name\":\"Robin Testperson\"", "+12025550199", "\"relation\":\"sister\"")
                .contains(patient.number(), "+12025550188");
        assertThat(jdbc.sql("SELECT second_contact FROM patient WHERE id = :id")
                        .param("id", patient.id().value())
                        .query(String.class)
                        .single())
                .doesNotContain("Robin", "0199");
        chart(patient, false);
        assertThat(view(patient)).contains("\"secondContact\":null");
    }

    private void chart(Somebody patient, boolean withContact) {
        var event = UUID.randomUUID();
        var now = clock.instant();
        topics.publish(
                event,
                patient.id().value(),
                now,
                new PatientChanged(
                        patient.id(),
                        sealer.seal(patient.name(), event, "name"),
                        List.of(
                                new PatientNumber(
                                        sealer.seal(patient.number(), event, "numbers/0"), NumberUse.MOBILE, 1),
                                new PatientNumber(sealer.seal("+12025550188", event, "numbers/1"), NumberUse.HOME, 2)),
                        "en",
                        ZoneId.of("America/New_York"),
                        new SiteId("main"),
                        null,
                        null,
                        null,
                        new Provenance("test", patient.id().value(), null, now, now, now),
                        withContact ? contact(event) : null));
        soon().until(() -> seen(event));
    }

    private SecondContact contact(UUID event) {
        return new SecondContact(
                sealer.seal("Robin Testperson", event, "secondContact/name"),
                sealer.seal("+12025550199", event, "secondContact/number"),
                sealer.seal("sister", event, "secondContact/relation"));
    }

    private @Nullable String view(Somebody patient) {
        return RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri("/v1/patients/{id}", patient.id().value())
                .header("Authorization", "Bearer " + Tokens.ofStaff("rosa", "messaging", Role.STAFF))
                .retrieve()
                .body(String.class);
    }
}
