package aftercare.intake.access;

import static aftercare.intake.Clinic.example;
import static org.assertj.core.api.Assertions.assertThat;

import aftercare.intake.RunningIntake;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = {"aftercare.mode=live", "intake.api-token=a-long-secret", "twilio.base-url="})
class LiveDoorIT extends RunningIntake {
    @Test
    void a_live_door_opens_to_the_api_token_only() {
        var patient = example("patient.json", "live");
        var json = new String[] {"Content-Type", "application/fhir+json"};

        assertThat(clinic.send("PUT", "/fhir/Patient/live", patient, json).status())
                .isEqualTo(401);
        assertThat(clinic.send("PUT", "/fhir/Patient/live", patient, json).body())
                .contains("OperationOutcome", "intake.api-token");
        assertThat(bearing("a-long-secreT", patient)).isEqualTo(401);
        assertThat(bearing("a-long-secret", patient)).isEqualTo(201);
        assertThat(clinic.send("POST", "/v1/events", "[]", "Content-Type", "application/cloudevents-batch+json")
                        .status())
                .isEqualTo(401);
        assertThat(clinic.send("GET", "/fhir/metadata", "").status()).isEqualTo(200);
    }

    private int bearing(String token, String patient) {
        return clinic.send(
                        "PUT",
                        "/fhir/Patient/live",
                        patient,
                        "Content-Type",
                        "application/fhir+json",
                        "Authorization",
                        "Bearer " + token)
                .status();
    }
}
