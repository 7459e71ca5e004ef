package aftercare.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chain tries itself through every real part: carrier, webhook, broker, the screening engine, paging, and back. */
class CanaryTest {
    @TempDir
    Path data;

    private Clinic clinic;

    @BeforeEach
    void open() {
        clinic = Clinic.open(data);
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    @Test
    void after_one_period_a_canary_comes_back_as_a_page_and_then_a_drill_reaches_on_call_and_says_so() {
        assertThat(clinic.api("mira", "escalation", "/v1/canary").get("last").isNull())
                .as("not at once")
                .isTrue();

        var wanted = clinic.now().plus(Duration.ofDays(7)).plus(Duration.ofMinutes(2));
        clinic.playThrough(wanted);

        var last = clinic.api("mira", "escalation", "/v1/canary").get("last");
        assertThat(last.get("outcome").asString("")).as(last.toString()).isEqualTo("CLOSED");
        assertThat(last.get("secondsToPage").asDouble()).isBetween(0.1, 300.0);
        assertThat(clinic.api("rosa", "escalation", "/v1/escalations?view=today")
                        .size())
                .isZero();
        List.of(Clinic.ROSA, Clinic.SAM, Clinic.MIRA)
                .forEach(number -> assertThat(clinic.texts(number)).isEmpty());
        assertThat(clinic.at("simulator").get("/v1/phones").toString()).doesNotContain("heron-lantern");

        clinic.at("console").as("mira").post("/api/escalation/v1/drills", Map.of("reason", "practice"));

        var page =
                clinic.textsOnceThereAre(1, Clinic.ROSA, Duration.ofSeconds(30)).getFirst();
        assertThat(page).startsWith("DRILL. ");
        clinic.type(Clinic.ROSA, "1");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(clinic.texts(Clinic.ROSA)).anyMatch(text -> text.contains("It is a drill")));
        var drill = clinic.api("mira", "escalation", "/v1/drills").get(0);
        assertThat(drill.get("endedAt").isNull()).isTrue();
        assertThat(clinic.api("rosa", "escalation", "/v1/escalations?view=open")
                        .get(0)
                        .get("origin")
                        .asString())
                .isEqualTo("DRILL");
    }
}
