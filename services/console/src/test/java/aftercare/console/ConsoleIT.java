package aftercare.console;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.testkit.Backing;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** The console alone, with no other service to ask: it lets nobody in who may not, and says what is so. */
@SpringBootTest(
        classes = ConsoleApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=console", "aftercare.services.escalation=http://127.0.0.1:1"})
@ContextConfiguration(initializers = Backing.class)
class ConsoleIT {
    private final JdbcClient jdbc;
    private final Visitor visitor;

    ConsoleIT(@Autowired JdbcClient jdbc, @Value("${local.server.port}") int port) {
        this.jdbc = jdbc;
        this.visitor = new Visitor(port);
    }

    @Test
    void a_stranger_sees_the_login_form_and_in_a_demo_its_accounts() throws Exception {
        var page = get("/patients");

        assertThat(page.uri().getPath()).isEqualTo("/login");
        assertThat(page.body()).contains("Staff id", "demo-rosa");
    }

    @Test
    void a_wrong_password_says_so_and_lets_nobody_in() throws Exception {
        assertThat(signIn("rosa", "guess").body()).contains("do not belong together");
        assertThat(get("/work").uri().getPath()).isEqualTo("/login");
    }

    @Test
    void a_service_that_does_not_answer_is_named_as_such_and_not_as_an_empty_list() throws Exception {
        var page = signIn("rosa", "demo-rosa");

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("does not answer").doesNotContain("Nobody needs you", "Exception");
        assertThat(page.body()).contains("Harbor Clinic", "href=\"/read-through\"", ">rosa<");
    }

    @Test
    void the_journey_is_for_admins() throws Exception {
        signIn("rosa", "demo-rosa");

        assertThat(get("/journeys/draft").statusCode()).isEqualTo(403);
    }

    @Test
    void a_form_without_its_token_changes_nothing() throws Exception {
        signIn("rosa", "demo-rosa");

        assertThat(visitor.post("/escalations/none/acknowledgement", Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void scripts_sign_in_with_each_call() throws Exception {
        assertThat(script("rosa", "guess", "/api/escalation/v1/escalations")).isEqualTo(401);
        assertThat(script("rosa", "demo-rosa", "/api/payroll/v1/salaries")).isEqualTo(404);
    }

    @Test
    void names_of_staff_lie_sealed() {
        var names = jdbc.sql("SELECT name FROM account").query(String.class).list();

        assertThat(names).isNotEmpty().noneMatch(name -> name.contains("Rosa") || name.contains("Lindqvist"));
    }

    private HttpResponse<String> signIn(String id, String password) throws Exception {
        return visitor.signIn(id, password);
    }

    private int script(String id, String password, String path) throws Exception {
        var credentials = Base64.getEncoder().encodeToString((id + ":" + password).getBytes(StandardCharsets.UTF_8));
        return visitor.send(HttpRequest.newBuilder(visitor.at(path)).header("Authorization", "Basic " + credentials))
                .statusCode();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return visitor.get(path);
    }
}
