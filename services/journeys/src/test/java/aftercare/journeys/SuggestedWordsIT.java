package aftercare.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.platform.access.Role;
import aftercare.testkit.TestClocks;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** What a journey suggests that staff say: there while it is of use, and sent by nobody. */
class SuggestedWordsIT extends Scene {
    @Test
    void words_wait_for_a_human_within_their_window_and_no_machine_sends_them() {
        follow("", touchpoint("BYHAND", "PT30M", "toStaff: true"));
        var patient = enrolled();
        assertThat(suggested(patient)).isEqualTo("[]");

        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(31)));
        awaitPlan(patient, "BYHAND", "HANDED_OVER");

        var words = call(HttpMethod.GET, path(patient), null, Role.STAFF).json();
        assertThat(words).hasSize(1);
        assertThat(words.get(0).get("touchpoint").asString()).isEqualTo("BYHAND");
        assertThat(words.get(0).get("text").asString()).startsWith("Harbor Clinic: how are you?");
        assertThat(words.get(0).get("language").asString()).isEqualTo("en");
        assertThat(Instant.parse(words.get(0).get("closesAt").asString())).isEqualTo(local(0, 18, 0));
        assertThat(timesAsked(patient, "BYHAND")).isZero();
        assertThat(call(HttpMethod.GET, path(patient), null, Role.ADMIN).status())
                .isEqualTo(403);

        TestClocks.forwardTo(service, local(0, 18, 1));
        assertThat(suggested(patient)).isEqualTo("[]");
    }

    private String suggested(Somebody patient) {
        return call(HttpMethod.GET, path(patient), null, Role.STAFF).body();
    }

    private static String path(Somebody patient) {
        return "/v1/patients/" + patient + "/suggested-words";
    }
}
