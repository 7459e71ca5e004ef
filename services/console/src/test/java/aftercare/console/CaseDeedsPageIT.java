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

/** The forms of a case's page, as a browser gets and sends them. */
@SpringBootTest(
        classes = ConsoleApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=console")
@ContextConfiguration(initializers = Backing.class)
class CaseDeedsPageIT {
    private static final FakeService SERVICES = new FakeService();
    private static final String CASE = "f9107a7e-6d7a-5b2c-9093-25c03c5e8b9c";
    private static final String LINE = "9c53717c-74cf-5d72-8a12-65834faca23d";
    private static final String REPLY = "8caacf71-d53a-5fc4-ace4-da33a1aac2e1";
    private static final String API = "/v1/escalations/" + CASE;
    private static final String PAGE = "/escalations/" + CASE;

    private final Visitor visitor;

    CaseDeedsPageIT(@Value("${local.server.port}") int port) {
        this.visitor = new Visitor(port);
    }

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        for (var service : new String[] {"messaging", "escalation", "journeys", "intake"}) {
            properties.add("aftercare.services." + service, SERVICES::url);
        }
    }

    @BeforeEach
    void rosaHasACase() throws Exception {
        SERVICES.posted().clear();
        isNow("\"state\":\"ACKNOWLEDGED\",\"acknowledgedBy\":\"rosa\"");
        SERVICES.answers("/v1/dispositions", """
                [{"disposition":"NO_RISK_FOUND","endsCase":true,"needsNextContact":false},
                 {"disposition":"SAFETY_PLAN_UPDATED","endsCase":true,"needsNextContact":true}]""");
        for (var nothing : new String[] {API + "/protocol", "/v1/staff", "/v1/work-items/counts"}) {
            SERVICES.answers(nothing, "[]");
        }
        SERVICES.answers(
                "/v1/lines/" + LINE, "{\"lineId\":\"%s\",\"number\":\"+12025550161\",\"patients\":[]}".formatted(LINE));
        SERVICES.answers(API + "/offer/colleagues", "[{\"staffId\":\"sam\",\"name\":\"Sam Adeyemi\"}]");
        SERVICES.answers("/v1/lines/" + LINE + "/thread", """
                [{"id":"%s","from":"PATIENT","text":"I died laughing","at":"2026-03-02T14:00:06Z","status":"RECEIVED",
                  "level":"CRISIS","touchpoint":null,"crossed":false}]""".formatted(REPLY));
        for (var deed : new String[] {
            "claim", "acknowledgement", "offer", "offer/refusal", "calls", "notes", "no-risk", "resolution"
        }) {
            SERVICES.answers(API + "/" + deed, "{}");
        }
        visitor.signIn("rosa", "demo-rosa");
    }

    private static void isNow(String state) {
        SERVICES.answers(API, """
                {"escalationId":"%s","code":"K7","lineId":"%s","patientIds":[],"cause":"CRISIS","needsSomeone":false,
                 "openedAt":"2026-03-02T14:00:06Z","acknowledgedAt":"2026-03-02T14:01:00Z","onPhone":false,%s,
                 "findings":[],"pages":[],"history":[]}""".formatted(CASE, LINE, state));
    }

    @Test
    void no_risk_found_takes_two_taps() throws Exception {
        var page = visitor.get(PAGE).body();
        assertThat(page).contains("value=\"IDIOM\"", "name=\"restsOn\" value=\"THREAD\"", "the thread as read");

        var done = visitor.submit(PAGE, PAGE + "/no-risk", Map.of("reason", "IDIOM", "restsOn", "THREAD"));

        assertThat(done.body()).contains("no risk found");
        assertThat(SERVICES.posted())
                .singleElement()
                .asString()
                .contains(API + "/no-risk", "\"reason\":\"IDIOM\"", "\"restsOn\":\"THREAD\"")
                .doesNotContain("hold");
    }

    @Test
    void the_owner_passes_it_on_logs_calls_and_says_that_they_are_on_it() throws Exception {
        assertThat(visitor.get(PAGE).body()).contains("Sam Adeyemi", "Still working on it", "Voicemail");

        visitor.submit(PAGE, PAGE + "/offer", Map.of("to", "sam"));
        visitor.submit(PAGE, PAGE + "/calls", Map.of("outcome", "VOICEMAIL"));
        visitor.submit(PAGE, PAGE + "/notes", Map.of("note", "her number is busy", "stillWorking", "true"));

        assertThat(SERVICES.posted()).hasSize(3);
        assertThat(SERVICES.posted().get(0)).isEqualTo(API + "/offer {\"to\":\"sam\"}");
        assertThat(SERVICES.posted().get(1)).contains(API + "/calls", "\"outcome\":\"VOICEMAIL\"");
        assertThat(SERVICES.posted().get(2)).contains("\"stillWorking\":true", "her number is busy");
    }

    @Test
    void a_case_offered_to_me_is_taken_or_declined_and_anybody_on_the_phone_claims_it() throws Exception {
        isNow("\"state\":\"ACKNOWLEDGED\",\"acknowledgedBy\":\"sam\",\"offeredTo\":\"rosa\"");
        assertThat(visitor.get(PAGE).body())
                .contains("I take it", "I can't", "on the phone with them now")
                .doesNotContain("Ask them", "Still working on it");

        visitor.submit(PAGE, PAGE + "/offer/refusal", Map.of());
        visitor.submit(PAGE, PAGE + "/claim", Map.of());

        assertThat(SERVICES.posted()).containsExactly(API + "/offer/refusal {}", API + "/claim {}");
    }

    @Test
    void the_long_way_out_says_whom_level_plan_and_when_and_shows_what_goes_out_next() throws Exception {
        SERVICES.answers(API + "/next-texts", """
                {"texts":[{"patientId":"p-1","touchpoint":"T12","from":"2026-03-02T14:00:06Z","until":null,"atOnce":true}],
                 "unanswered":["journeys"]}""");
        assertThat(visitor.get(PAGE).body())
                .contains("hx-get=\"" + PAGE + "/next-texts\"", "Safety plan updated")
                .doesNotContain("value=\"NO_RISK_FOUND\"");
        assertThat(visitor.get(PAGE + "/next-texts").body())
                .contains("T12", "at once", "journeys</span> does not answer");

        visitor.submit(
                PAGE,
                PAGE + "/resolution",
                Map.of(
                        "disposition", "SAFETY_PLAN_UPDATED",
                        "spokeWith", "the patient",
                        "level", "MODERATE",
                        "plan", "a friend stays",
                        "note", "talked",
                        "nextContactAt", "2026-03-04T10:00",
                        "hold", "RELEASE",
                        "holdUntil", ""));

        assertThat(SERVICES.posted())
                .singleElement()
                .asString()
                .contains("\"level\":\"MODERATE\"", "\"plan\":\"a friend stays\"", "2026-03-04T15:00:00Z")
                .doesNotContain("holdUntil");
    }

    @Test
    void a_second_person_reads_how_it_ended_beside_the_reply_and_whoever_ended_it_does_not() throws Exception {
        var ending = """
                {"reviewId":"5c3a5b0e-0000-4000-8000-000000000001","noRisk":true,"escalationId":"%s","code":"K7",
                 "lineIds":["%s"],"replyIds":["%s"],"closedBy":"sam","closedAt":"2026-03-02T14:00:06Z",
                 "said":{"disposition":"NO_RISK_FOUND","reason":"IDIOM","restsOn":"THREAD","note":"she laughs"},"yours":%s}""";
        SERVICES.answers("/v1/reviews", "[" + ending.formatted(CASE, LINE, REPLY, true) + "]");
        SERVICES.answers("/v1/reviews/5c3a5b0e-0000-4000-8000-000000000001/return", "{\"into\":null}");
        assertThat(visitor.get("/reviews").body())
                .contains("I died laughing", "an idiom, the thread as read", "she laughs", "Send back");

        var sent = visitor.submit(
                "/reviews", "/reviews/5c3a5b0e-0000-4000-8000-000000000001/return", Map.of("reason", "she means it"));

        assertThat(sent.body()).contains("The case is open again");
        assertThat(SERVICES.posted()).singleElement().asString().contains("she means it");
        SERVICES.answers("/v1/reviews", "[" + ending.formatted(CASE, LINE, REPLY, false) + "]");
        assertThat(visitor.get("/reviews").body())
                .contains("You ended this one")
                .doesNotContain("I died laughing", "Send back");
    }

    @Test
    void the_front_desk_has_no_deeds() throws Exception {
        var fred = new Visitor(visitor.at("/").getPort());
        fred.signIn("fred", "demo-fred");

        assertThat(fred.get(PAGE).body()).contains("K7").doesNotContain("on the phone with them", "No risk found</h2>");
        assertThat(fred.get("/reviews").statusCode()).isEqualTo(403);
    }

    @Test
    void a_follow_up_is_done_by_a_call_and_long_holds_have_a_page() throws Exception {
        SERVICES.answers("/v1/work-items/counts", """
                [{"kind":"FOLLOW_UP","open":1,"overdue":0,"dueAt":"2026-03-03T14:00:06Z"}]""");
        SERVICES.answers("/v1/work-items", """
                [{"workItemId":"w1","kind":"FOLLOW_UP","about":"24 h","lineId":null,"patientId":"p-1","replyId":null,
                  "holdId":null,"escalationId":"%s","reasons":["Follow-up"],"openedAt":"2026-03-02T14:00:06Z",
                  "dueAt":"2026-03-03T14:00:06Z","overdue":false}]""".formatted(CASE));
        SERVICES.answers("/v1/work-items/w1/contact", "{}");
        SERVICES.answers("/v1/holds", """
                [{"holdId":"h1","lineId":"%s","patientIds":["p-1"],"escalationId":"%s","placedBy":"rosa",
                  "placedAt":"2026-02-20T14:00:06Z","until":null}]""".formatted(LINE, CASE));
        assertThat(visitor.get("/work").body())
                .contains("name=\"outcome\" value=\"REACHED\"")
                .doesNotContain(">Done<");

        visitor.submit("/work", "/work/w1/contact", Map.of("outcome", "REACHED"));

        assertThat(SERVICES.posted()).singleElement().asString().contains("/v1/work-items/w1/contact", "REACHED");
        assertThat(visitor.get("/holds").body()).contains("data-hold=\"h1\"", "Texts go on");
    }
}
