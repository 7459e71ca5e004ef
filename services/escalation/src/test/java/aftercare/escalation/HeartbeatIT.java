package aftercare.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The outside hears from a chain that lives, and from no other. */
class HeartbeatIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static Hook outside;
    private static Clinic clinic;

    @BeforeAll
    static void open() {
        outside = new Hook("unused");
        clinic = Clinic.open(Map.of(
                "escalation.heartbeat.url", outside.url(),
                "escalation.heartbeat.every", "300ms",
                "escalation.heartbeat.failing-after", "2s",
                "escalation.watch.silent-after", "3s"));
    }

    @AfterAll
    static void close() {
        clinic.close();
        outside.close();
    }

    @AfterEach
    void everythingWorks() {
        clinic.messaging().broken(false);
        outside.refuse(0);
        awaitState("SENT");
    }

    private static void awaitState(String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                clinic.as("nobody").get("/v1/heartbeat").body())
                        .contains("\"state\":\"" + state + "\""));
    }

    @Test
    void a_sign_of_life_goes_out_again_and_again_and_says_nothing() {
        await().atMost(PATIENCE).until(() -> outside.taken().size() > 2);

        assertThat(outside.taken()).allMatch(String::isEmpty);
        assertThat(clinic.as("nobody").get("/v1/heartbeat").body()).doesNotContain(outside.url());
    }

    @Test
    void none_goes_out_while_the_watch_is_blind() {
        awaitState("SENT");
        clinic.messaging().broken(true);
        awaitState("WITHHELD");
        var before = outside.taken().size();

        await().during(Duration.ofSeconds(1))
                .atMost(PATIENCE)
                .until(() -> outside.taken().size() == before);
    }

    @Test
    void an_outside_that_is_not_reached_for_long_is_an_alarm() {
        awaitState("SENT");
        outside.refuse(1000);

        awaitState("FAILED");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(clinic.messaging().alarms()).anyMatch(alarm -> alarm.contains("HEARTBEAT_FAILING")));
    }
}
