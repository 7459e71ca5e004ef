package aftercare.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aftercare.platform.clock.ClinicClock;
import aftercare.testkit.Backing;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** On-call as a browser gets it. */
@SpringBootTest(
        classes = ConsoleApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=console", "aftercare.services.messaging=http://127.0.0.1:1"})
@ContextConfiguration(initializers = Backing.class)
class OnCallPageIT {
    private static final FakeService ESCALATION = new FakeService();
    private static final String METHOD = "8caacf71-d53a-5fc4-ace4-da33a1aac2e1";

    private final Visitor visitor;
    private final ClinicClock clock;

    OnCallPageIT(@Autowired ClinicClock clock, @Value("${local.server.port}") int port) {
        this.clock = clock;
        this.visitor = new Visitor(port);
    }

    @DynamicPropertySource
    static void escalation(DynamicPropertyRegistry properties) {
        properties.add("aftercare.services.escalation", ESCALATION::url);
    }

    @BeforeEach
    void aNightWithAHole() {
        ESCALATION.posted().clear();
        var now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        var tomorrow = now.plus(Duration.ofDays(1));
        var dayAfter = now.plus(Duration.ofDays(2));
        ESCALATION.answers("/v1/on-call", """
                {"at":"%s","steps":[],"nobody":false,"policies":[{"cause":"CRISIS","steps":[
                  {"step":1,"people":[{"id":"rosa","name":"Rosa"}],"within":"PT5M",
                   "notifications":[{"by":"SMS","after":"PT0S"},{"by":"VOICE","after":"PT2M"}]},
                  {"step":2,"people":[],"within":"PT5M","notifications":[{"by":"SMS","after":"PT0S"}]}]}]}""".formatted(now));
        ESCALATION.answers("/v1/on-call/holes", """
                [{"cause":"CRISIS","from":"%s","until":"%s","unverified":[{"id":"nova","name":"Nova"}]}]""".formatted(tomorrow, dayAfter));
        ESCALATION.answers("/v1/on-call/shifts", """
                [{"rotation":"nights","name":"Nights","zone":"America/New_York","shifts":[
                  {"from":"%s","until":"%s","who":{"id":"rosa","name":"Rosa"},"reason":"TURN","insteadOf":null},
                  {"from":"%s","until":"%s","who":{"id":"sam","name":"Sam"},"reason":"OVERRIDE","insteadOf":{"id":"rosa","name":"Rosa"}}]}]""".formatted(now, tomorrow, tomorrow, dayAfter));
        ESCALATION.answers("/v1/swaps", """
                [{"id":"%s","asking":{"id":"sam","name":"Sam"},"given":{"rotation":"nights","from":"%s","until":"%s"},
                  "asked":{"id":"rosa","name":"Rosa"},"wanted":{"rotation":"nights","from":"%s","until":"%s"}}]""".formatted(METHOD, tomorrow, dayAfter, now, tomorrow));
        ESCALATION.answers("/v1/overrides", "[]");
        ESCALATION.answers("/v1/time-off", "[]");
        for (var nothing : new String[] {"/v1/escalations", "/v1/pages/mine", "/v1/work-items"}) {
            ESCALATION.answers(nothing, "[]");
        }
        ESCALATION.answers("/v1/answering-services", "[]");
        ESCALATION.answers("/v1/rotations", """
                [{"id":"nights","name":"Nights","participants":["rosa","sam"],"every":1,"unit":"DAYS","startsOn":"2026-03-02",
                  "handOff":"08:00:00","zone":"America/New_York"}]""");
        ESCALATION.answers("/v1/policies", """
                [{"cause":"CRISIS","acknowledgeWithin":"PT15M","version":3,"steps":[
                  {"who":["rotation:nights"],"within":"PT2M30S","notifications":[{"by":"SMS","after":"PT0S"}]}]}]""");
        ESCALATION.answers("/v1/staff", """
                [{"id":"rosa","name":"Rosa Lindqvist","roles":["STAFF","CLINICIAN"],"canBePaged":true,"verified":["SMS"],"unverified":[]},
                 {"id":"nova","name":"Nova Reyes","roles":["STAFF","CLINICIAN"],"canBePaged":false,"verified":[],"unverified":["SMS"]}]""");
        ESCALATION.answers("/v1/staff/leavers", "[]");
        ESCALATION.answers("/v1/staff/rosa/contact-methods", """
                [{"id":"%s","kind":"SMS","address":"+12025550131","verifiedAt":null}]""".formatted(METHOD));
        ESCALATION.answers("/v1/rotations/nights/overrides", "{}");
    }

    @Test
    void the_page_shows_who_is_on_now_the_weeks_and_loudly_the_hole_in_a_zone_that_it_names() throws Exception {
        visitor.signIn("rosa", "demo-rosa");

        var page = visitor.get("/on-call").body();

        assertThat(page)
                .contains("Nobody can be reached for sure at these times", "Nova has verified no way", "role=\"alert\"")
                .contains("data-policy=\"CRISIS\"", "call after 2 min", "nobody: the next are paged at once")
                .contains("(you)", "Sam", ", changed", "class=\"gap\"")
                .contains("America/New_York", "Yes, swap", "Nobody is off.")
                .doesNotContain("href=\"/on-call/policies\"");
    }

    @Test
    void the_start_page_has_the_hole_too() throws Exception {
        visitor.signIn("rosa", "demo-rosa");

        assertThat(visitor.get("/").body()).contains("hx-get=\"/on-call/holes\"");
        assertThat(visitor.get("/on-call/holes").body()).contains("Nova has verified no way");
        ESCALATION.answers("/v1/on-call/holes", "[]");
        assertThat(visitor.get("/on-call/holes").body()).doesNotContain("Nobody can be reached");
    }

    @Test
    void a_shift_is_taken_with_two_clicks() throws Exception {
        visitor.signIn("sam", "demo-sam");
        var from = clock.instant().truncatedTo(ChronoUnit.HOURS);
        ESCALATION.answers("/v1/on-call/shifts", """
                [{"rotation":"nights","name":"Nights","zone":"America/New_York","shifts":[
                  {"from":"%s","until":"%s","who":{"id":"rosa","name":"Rosa"},"reason":"TURN","insteadOf":null}]}]""".formatted(from, from.plus(Duration.ofDays(1))));
        var shift = "/on-call/shift?rotation=nights&from=" + from + "&until=" + from.plus(Duration.ofDays(1));

        assertThat(visitor.get(shift).body()).contains("I take it");
        var page = visitor.submit(
                shift,
                "/on-call/overrides",
                Map.of(
                        "rotation", "nights",
                        "from", from.toString(),
                        "until", from.plus(Duration.ofDays(1)).toString()));

        assertThat(page.body()).contains("The shift is taken over.");
        assertThat(ESCALATION.posted())
                .singleElement()
                .asString()
                .startsWith("/v1/rotations/nights/overrides")
                .contains("\"staffId\":\"sam\"");
    }

    @Test
    void what_is_refused_says_so_where_it_was_asked_for() throws Exception {
        visitor.signIn("rosa", "demo-rosa");

        assertThat(visitor.submit(
                                "/on-call",
                                "/on-call/time-off",
                                Map.of("from", "2026-03-02T08:00", "until", "not a time"))
                        .body())
                .contains("role=\"alert\"", "can&#39;t be read");
    }

    @Test
    void my_ways_show_what_is_not_verified_and_how_to_hear_a_page_with_the_phone_muted() throws Exception {
        visitor.signIn("rosa", "demo-rosa");

        assertThat(visitor.get("/on-call/contacts").body())
                .contains("not verified", "Verify: send me a test page", "Emergency Bypass", "Do Not Disturb");
        ESCALATION.answers("/v1/contact-methods/" + METHOD + "/test-page", "{}");
        var page = visitor.submit("/on-call/contacts", "/on-call/contacts/" + METHOD + "/test-page", Map.of());
        assertThat(page.body()).contains("A test page is on its way");
    }

    @Test
    void rotations_policies_and_staff_are_for_admins() throws Exception {
        visitor.signIn("rosa", "demo-rosa");
        for (var path : new String[] {"/on-call/rotations", "/on-call/policies", "/on-call/staff"}) {
            assertThat(visitor.get(path).statusCode()).isEqualTo(403);
        }

        visitor.signIn("mira", "demo-mira");
        assertThat(visitor.get("/on-call/rotations").body()).contains("data-rotation=\"nights\"", "A new rotation");
        assertThat(visitor.get("/on-call/policies").body())
                .contains("data-policy=\"CRISIS\"", "value=\"2.5\"", "Rotation Nights");
        assertThat(visitor.get("/on-call/staff").body())
                .contains("Nova Reyes", "has verified nothing", "no login", "Close the account of Rosa Lindqvist");
    }

    @Test
    void a_policy_is_saved_with_its_spans_and_ways() throws Exception {
        visitor.signIn("mira", "demo-mira");
        ESCALATION.answers("/v1/policies/CRISIS", "{}");

        visitor.submit(
                "/on-call/policies",
                "/on-call/policies/CRISIS",
                Map.of(
                        "version", "3",
                        "acknowledgeWithin", "15",
                        "who0", "rotation:nights",
                        "within0", "2.5",
                        "by0", "VOICE",
                        "after0", "2",
                        "within1", "5"));

        assertThat(ESCALATION.posted())
                .singleElement()
                .asString()
                .contains("\"version\":3", "\"PT2M30S\"", "\"VOICE\"", "\"PT2M\"", "rotation:nights");
    }

    @Test
    void somebody_new_gets_a_login_and_a_leaver_can_sign_in_no_more() throws Exception {
        visitor.signIn("mira", "demo-mira");
        ESCALATION.answers("/v1/staff/nova", "{}");
        visitor.submit(
                "/on-call/staff",
                "/on-call/staff",
                Map.of("id", "nova", "name", "Nova Reyes", "roles", "STAFF", "password", "a long enough one"));
        var nova = new Visitor(visitor.at("/").getPort());
        assertThat(nova.signIn("nova", "a long enough one").uri().getPath()).isEqualTo("/");

        visitor.submit("/on-call/staff", "/on-call/staff/nova/departure", Map.of());

        assertThat(nova.get("/on-call").uri().getPath()).isEqualTo("/login");
        assertThat(nova.signIn("nova", "a long enough one").body()).contains("do not belong together");
    }

    @Test
    void whoever_was_removed_by_another_way_is_signed_out_too() throws Exception {
        visitor.signIn("mira", "demo-mira");
        ESCALATION.answers("/v1/staff/ines", "{}");
        visitor.submit(
                "/on-call/staff",
                "/on-call/staff",
                Map.of("id", "ines", "name", "Ines Duarte", "roles", "STAFF", "password", "a long enough one"));
        var ines = new Visitor(visitor.at("/").getPort());
        ines.signIn("ines", "a long enough one");

        ESCALATION.answers("/v1/staff/leavers", "[\"ines\"]");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(ines.get("/on-call").uri().getPath()).isEqualTo("/login"));
    }
}
