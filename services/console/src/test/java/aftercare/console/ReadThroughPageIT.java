package aftercare.console;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.testkit.Backing;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The read-through as a browser gets it. */
@SpringBootTest(
        classes = ConsoleApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=console", "aftercare.services.escalation=http://127.0.0.1:1"})
@ContextConfiguration(initializers = Backing.class)
class ReadThroughPageIT {
    private static final FakeService MESSAGING = new FakeService();
    private static final String REPLY = "8caacf71-d53a-5fc4-ace4-da33a1aac2e1";
    private static final String LINE = "9c53717c-74cf-5d72-8a12-65834faca23d";
    private static final String MARKED = "/v1/read-through/" + REPLY;
    private static final String BY_SCRIPT = "X-Requested-With";

    private final Visitor visitor;

    ReadThroughPageIT(@Value("${local.server.port}") int port) {
        this.visitor = new Visitor(port);
    }

    @DynamicPropertySource
    static void messaging(DynamicPropertyRegistry properties) {
        properties.add("aftercare.services.messaging", MESSAGING::url);
    }

    @BeforeEach
    void oneReplyWaits() {
        MESSAGING.posted().clear();
        MESSAGING.answers("/v1/read-through/claims", """
                {"entries":[{"replyId":"%s","lineId":"%s","text":"fine <b>thanks</b>","mediaCount":0,
                  "receivedAt":"2026-03-02T14:00:06Z","asked":"How do you feel today?","askedAt":"2026-03-02T13:59:00Z",
                  "ending":"COURTESY","reasons":["Every word and sentence is known and everyday"]}],
                 "backlog":{"waiting":51,"oldestReceivedAt":"2026-03-02T14:00:06Z"},
                 "readers":[{"staffId":"sam","replies":50}]}""".formatted(REPLY, LINE));
        MESSAGING.answers("/v1/read-through/miss-rate", """
                {"since":"2025-12-01T00:00:00Z","all":{"read":1000,"flagged":10,"rate":0.01,"low":0.00544,"high":0.01831},
                 "versions":[{"version":"1.0+3f9a","rate":{"read":1000,"flagged":10,"rate":0.01,"low":0.00544,"high":0.01831}}]}""");
        MESSAGING.answers(MARKED + "/seen", "{\"lineId\":\"" + LINE + "\",\"readBy\":\"rosa\"}");
        MESSAGING.answers(MARKED + "/unseen", "{}");
        MESSAGING.answers(
                MARKED + "/flag",
                "{\"lineId\":\"" + LINE + "\",\"readBy\":\"rosa\",\"flaggedBy\":\"rosa\",\"flaggedLevel\":\"CRISIS\"}");
    }

    @Test
    void a_clinician_sees_what_waits_what_was_asked_why_it_was_routine_and_who_else_reads() throws Exception {
        visitor.signIn("rosa", "demo-rosa");

        var page = visitor.get("/read-through").body();

        assertThat(page)
                .contains("How do you feel today?", "fine &lt;b&gt;thanks&lt;/b&gt;", "thanks or chatter")
                .contains("Every word and sentence is known and everyday")
                .contains(">51<", "replies wait", "the oldest for")
                .contains(">sam</strong> is reading <span>50</span> others now")
                .contains("1.00 %", "0.54 to 1.83 %", "1.0+3f9a")
                .contains("Should have been flagged", "/lines/" + LINE + "#t-" + REPLY)
                .contains("aria-label=\"Reply 1 of 1\"", "href=\"/read-through\">Read-through</a>");
    }

    @Test
    void the_page_and_its_link_are_for_clinicians() throws Exception {
        visitor.signIn("fred", "demo-fred");

        assertThat(visitor.get("/read-through").statusCode()).isEqualTo(403);
        assertThat(visitor.post(marked("seen"), Map.of()).statusCode()).isEqualTo(403);
        MESSAGING.answers("/v1/patients/search", "[]");
        assertThat(visitor.get("/patients").body()).contains("No patient yet").doesNotContain("Read-through");
    }

    @Test
    void a_mark_by_script_is_answered_in_words_and_by_form_with_the_page() throws Exception {
        visitor.signIn("rosa", "demo-rosa");

        var said = visitor.submit("/read-through", marked("seen"), Map.of(), BY_SCRIPT, "fetch");
        assertThat(said.statusCode()).isEqualTo(200);
        assertThat(said.body()).isEqualTo("Seen.");
        var page = visitor.submit("/read-through", marked("seen"), Map.of());
        assertThat(page.uri().getPath()).isEqualTo("/read-through");
        assertThat(page.body()).contains("Seen.");
        assertThat(visitor.submit("/read-through", marked("unseen"), Map.of(), BY_SCRIPT, "fetch")
                        .body())
                .contains("waits for a reader again");
        assertThat(MESSAGING.posted()).contains(MARKED + "/seen ", MARKED + "/unseen ");
    }

    @Test
    void a_flag_goes_on_with_its_level() throws Exception {
        visitor.signIn("rosa", "demo-rosa");

        var said = visitor.submit("/read-through", marked("flag"), Map.of("level", "CRISIS"), BY_SCRIPT, "fetch");

        assertThat(said.body()).isEqualTo("Flagged as a crisis by rosa. The case is open and on-call is being paged.");
        assertThat(MESSAGING.posted()).contains(MARKED + "/flag {\"level\":\"CRISIS\"}");
    }

    @Test
    void what_was_not_taken_says_so() throws Exception {
        visitor.signIn("rosa", "demo-rosa");

        var said = visitor.submit("/read-through", "/read-through/none/seen", Map.of(), BY_SCRIPT, "fetch");

        assertThat(said.statusCode()).isEqualTo(404);
        assertThat(said.body()).contains("role=\"alert\"", FakeService.UNKNOWN);
        assertThat(visitor.post(marked("seen"), Map.of(), BY_SCRIPT, "fetch").statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_line_without_a_patient_shows_its_thread_too() throws Exception {
        MESSAGING.answers("/v1/lines/" + LINE, "{\"lineId\":\"" + LINE + "\",\"number\":null,\"patients\":[]}");
        MESSAGING.answers("/v1/lines/" + LINE + "/thread", """
                [{"id":"%s","from":"PATIENT","text":"who is this","at":"2026-03-02T14:00:06Z","status":"RECEIVED",
                  "level":"ROUTINE","touchpoint":null,"crossed":false}]""".formatted(REPLY));
        visitor.signIn("rosa", "demo-rosa");

        assertThat(visitor.get("/lines/" + LINE).body())
                .contains("No patient is known for this number", "who is this", "id=\"t-" + REPLY + "\"");
    }

    private static String marked(String deed) {
        return "/read-through/" + REPLY + "/" + deed;
    }
}
