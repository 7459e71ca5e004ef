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
    private static final String ANOTHER = "+12025550152";
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
        assertThat(clinic.received(Clinic.ROSA)).isEmpty();

        clinic.carrier("NONE");
        clinic.start("escalation");
        rosaIsPagedWithin(Duration.ofSeconds(60));
    }

    @Test
    void killed_while_a_phone_rings_the_call_is_still_answered_and_pages_go_on_within_ten_seconds() {
        clinic.startBroker();
        clinic.start("messaging", "screening", "escalation");
        clinic.type(PATIENT, CRY);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(clinic.call(Clinic.ROSA)).isEqualTo("RINGING"));
        clinic.kill("escalation");
        clinic.type(ANOTHER, CRY);
        clinic.quiet("messaging");

        clinic.start("escalation");
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(clinic.received(Clinic.ROSA))
                        .last()
                        .asString()
                        .contains("2 patients need you now"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(clinic.call(Clinic.ROSA)).isEqualTo("RINGING"));
        clinic.handleCall(Clinic.ROSA, "answer", null);
        rosaHears("2 patients need you now", "Press 1 to take them all");
        clinic.handleCall(Clinic.ROSA, "press", "1");

        rosaHears("You have 2 cases");
    }

    @Test
    void with_the_broker_stopped_an_unread_cry_is_paged_within_45_seconds() {
        clinic.startBroker();
        clinic.start("messaging", "screening", "escalation");
        clinic.stopBroker();
        clinic.type(PATIENT, CRY);

        rosaIsPagedWithin(Duration.ofSeconds(45));
        assertThat(clinic.received(PATIENT))
                .as("no machine text to the patient")
                .isEmpty();
    }

    private void rosaHears(String... words) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(clinic.heard(Clinic.ROSA)).contains(words));
    }

    private void rosaIsPagedWithin(Duration atMost) {
        await().atMost(atMost)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(clinic.received(Clinic.ROSA)).isNotEmpty());
    }
}
