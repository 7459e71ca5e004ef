package aftercare.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.platform.access.Role;
import aftercare.testkit.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** Another service asks whose line a number is. */
class LineLookupIT extends Scene {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Test
    void a_number_that_nobody_knows_gets_a_line_and_keeps_it() throws Exception {
        var number = somebody().number();

        var first = look(number, Tokens.ofService("escalation", "messaging"));
        var again = look(number, Tokens.ofService("escalation", "messaging"));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(JsonMapper.shared().readTree(first.body()).get("patientIds").isEmpty())
                .isTrue();
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void everyone_behind_a_number_is_named() throws Exception {
        var patient = enrolled();

        assertThat(look(patient.number(), Tokens.ofService("escalation", "messaging"))
                        .body())
                .contains("\"" + patient.id().value() + "\"");
    }

    @Test
    void only_a_service_asks_and_only_for_a_number() throws Exception {
        assertThat(look("+12025550133", Tokens.ofStaff("rosa", "messaging", Role.STAFF, Role.ADMIN))
                        .statusCode())
                .isEqualTo(403);
        assertThat(look("anybody", Tokens.ofService("escalation", "messaging")).statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> look(String number, String token) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/lines/lookup"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"phone\":\"" + number + "\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
