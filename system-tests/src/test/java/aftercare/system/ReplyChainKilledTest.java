package aftercare.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three services as processes of their own; one is killed right after each step that was committed, and nothing is lost (S2, S3). */
class ReplyChainKilledTest {
    private static final String PATIENT = "+12025550151";
    private static final String CRY = "I want to kill myself";

    @TempDir
    Path root;

    private SplitClinic clinic;

    @BeforeEach
    void open() {
        clinic = SplitClinic.open(root);
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    @Test
    void killed_after_the_reply_was_taken_and_before_it_was_published() {
        clinic.start("messaging");
        clinic.type(PATIENT, CRY);
        clinic.kill("messaging");

        clinic.startBroker();
        clinic.start("escalation", "screening", "messaging");
        rosaIsPagedWithin(Duration.ofSeconds(45));
    }

    @Test
    void killed_after_the_reply_was_published_and_before_it_was_screened() {
        clinic.startBroker();
        clinic.start("messaging");
        clinic.type(PATIENT, CRY);
        clinic.quiet("messaging");
        clinic.kill("messaging");

        clinic.start("escalation", "screening");
        rosaIsPagedWithin(Duration.ofSeconds(20));
    }

    @Test
    void killed_after_the_verdict_and_before_the_escalation_was_opened() {
        clinic.startBroker();
        clinic.start("messaging", "screening");
        clinic.type(PATIENT, CRY);
        clinic.quiet("messaging");
        clinic.quiet("screening");
        clinic.kill("screening");
        clinic.kill("messaging");

        clinic.start("escalation");
        rosaIsPagedWithin(Duration.ofSeconds(20));
    }

    @Test
    void killed_after_the_page_was_committed_and_before_the_carrier_took_it() {
        clinic.startBroker();
        clinic.start("messaging", "screening", "escalation");
        clinic.carrier("HANG");
        clinic.type(PATIENT, CRY);
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        clinic.at("escalation").get("/v1/work").get("attention").intValue() == 1);
        clinic.kill("escalation");
        assertThat(clinic.pages(Clinic.ROSA)).isEmpty();

        clinic.carrier("NONE");
        clinic.start("escalation");
        rosaIsPagedWithin(Duration.ofSeconds(60));
    }

    @Test
    void with_the_broker_stopped_an_unread_cry_is_paged_within_45_seconds() {
        clinic.startBroker();
        clinic.start("messaging", "screening", "escalation");
        clinic.stopBroker();
        clinic.type(PATIENT, CRY);

        rosaIsPagedWithin(Duration.ofSeconds(45));
        assertThat(clinic.pages(PATIENT)).as("no machine text to the patient").isEmpty();
    }

    private void rosaIsPagedWithin(Duration atMost) {
        await().atMost(atMost)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(clinic.pages(Clinic.ROSA)).isNotEmpty());
    }
}
