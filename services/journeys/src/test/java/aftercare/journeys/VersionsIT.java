package aftercare.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aftercare.platform.access.Role;
import aftercare.platform.clock.ClinicClock;
import aftercare.testkit.Backing;
import aftercare.testkit.TestClocks;
import aftercare.testkit.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The draft, its approval, publishing, scheduling and undoing, over HTTP and a real database. */
@SpringBootTest(
        classes = JourneysApplication.class,
        properties = "spring.config.name=journeys",
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = Backing.class)
class VersionsIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BASE = "/v1/journeys/default";

    @Autowired
    ApplicationContext service;

    @Autowired
    ClinicClock clock;

    @Autowired
    JdbcClient jdbc;

    private int before;

    @BeforeEach
    void with_no_draft() {
        call(HttpMethod.DELETE, BASE + "/draft", null, Role.ADMIN);
        before = current();
    }

    @AfterEach
    void with_the_shipped_words_in_force_again() {
        call(HttpMethod.DELETE, BASE + "/draft", null, Role.ADMIN);
        if (scheduled() > 0) {
            undo();
        }
        call(HttpMethod.POST, BASE + "/draft", "{\"version\":1}", Role.ADMIN);
        publish("MOVE", null);
    }

    @Test
    void a_draft_is_written_element_by_element_and_nobody_overwrites_a_colleague() {
        assertThat(start("{}").status()).isEqualTo(200);
        assertThat(start("{}").status()).isEqualTo(409);

        var draft = draft();
        var was = draft.path("tags").path("T06").asString("");
        var touchpoint = element(draft, "T06", "name", "Preparation, new");
        assertThat(put("touchpoints/T06", was, touchpoint).status()).isEqualTo(200);
        var again = put("touchpoints/T06", was, touchpoint);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("Somebody changed", "changed-meanwhile");
        assertThat(draft().toString()).contains("Preparation, new");
        assertThat(audited("JourneyDraftEdited")).isPositive();
    }

    @Test
    void problems_are_told_by_touchpoint_and_field_while_the_draft_is_kept() {
        start("{}");
        var draft = draft();

        put("touchpoints/T06", draft.path("tags").path("T06").asString(""), element(draft, "T06", "window", "late"));

        assertThat(draft().path("problems").toString()).contains("\"touchpoint\":\"T06\"", "\"field\":\"window\"");
        assertThat(publish("MOVE", null).status()).isEqualTo(422);
        assertThat(current()).isEqualTo(before);
    }

    @Test
    void changed_words_wait_for_a_clinician_and_unchanged_ones_keep_their_approval() {
        start("{}");
        reword();

        var refused = publish("MOVE", null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("Nobody has approved", "T06").doesNotContain("T10");

        var text = text("T06");
        var read = "{\"texts\":[{\"id\":\"T06\",\"digest\":\""
                + text.path("digest").asString("") + "\"}]}";
        assertThat(call(HttpMethod.POST, BASE + "/approvals", read, Role.ADMIN).status())
                .isEqualTo(403);
        assertThat(call(
                                HttpMethod.POST,
                                BASE + "/approvals",
                                read.replace("\"digest\":\"", "\"digest\":\"0"),
                                Role.CLINICIAN)
                        .body())
                .contains("changed since you read them");
        assertThat(call(HttpMethod.POST, BASE + "/approvals", read, Role.CLINICIAN)
                        .status())
                .isEqualTo(200);
        assertThat(text("T06").path("approval").path("by").asString("")).isEqualTo("ada");

        assertThat(publish("MOVE", null).status()).isEqualTo(200);
        assertThat(current()).isGreaterThan(before);
        assertThat(call(HttpMethod.GET, BASE + "/draft", null, Role.ADMIN).status())
                .isEqualTo(404);
        assertThat(audited("TextApproved")).isPositive();
    }

    @Test
    void one_press_puts_the_former_version_in_force_again_as_a_new_one_and_only_once() {
        var text = yaml();
        start("{}");
        var draft = draft();
        put("touchpoints/T13", draft.path("tags").path("T13").asString(""), element(draft, "T13", "priority", "11"));
        assertThat(publish("MOVE", null).status()).isEqualTo(200);
        int published = current();

        assertThat(undo().status()).isEqualTo(200);

        assertThat(current()).isEqualTo(published + 1);
        assertThat(yaml()).isEqualTo(text);
        assertThat(undo().status()).isEqualTo(409);
        assertThat(audited("JourneyUndone")).isPositive();
    }

    @Test
    void a_scheduled_version_takes_effect_by_itself_at_its_instant() {
        start("{}");
        var at = clock.instant().plus(Duration.ofDays(1));
        assertThat(publish("MOVE", at.toString()).status()).isEqualTo(200);
        assertThat(current()).isEqualTo(before);
        start("{}");
        assertThat(publish("MOVE", null).body()).contains("is scheduled already");
        call(HttpMethod.DELETE, BASE + "/draft", null, Role.ADMIN);

        TestClocks.forwardTo(service, at.plusSeconds(1));

        await().atMost(Duration.ofSeconds(20)).until(() -> current() == scheduledNumberAfter(before));
        assertThat(audited("JourneyTookEffect")).isPositive();
    }

    @Test
    void what_is_scheduled_is_taken_back_by_undo_and_becomes_the_draft_again() {
        start("{}");
        publish("MOVE", clock.instant().plus(Duration.ofDays(2)).toString());

        assertThat(undo().status()).isEqualTo(200);

        assertThat(current()).isEqualTo(before);
        assertThat(scheduled()).isZero();
        assertThat(call(HttpMethod.GET, BASE + "/draft", null, Role.ADMIN).status())
                .isEqualTo(200);
    }

    @Test
    void patients_in_flight_stay_on_their_version_or_move_by_choice() {
        var patient = "p-" + UUID.randomUUID();
        jdbc.sql("INSERT INTO patient (patient_id, enrolled_at, planned_version) VALUES (:id, now(), :version)")
                .param("id", patient)
                .param("version", before)
                .update();

        start("{}");
        assertThat(publish("STAY", null).status()).isEqualTo(200);
        assertThat(staysOn(patient)).isEqualTo(before);

        start("{}");
        assertThat(publish("MOVE", null).status()).isEqualTo(200);
        assertThat(staysOn(patient)).isNull();
    }

    @Test
    void a_review_says_what_changes_and_whom_it_touches() {
        start("{}");
        var draft = draft();
        put(
                "touchpoints/T13",
                draft.path("tags").path("T13").asString(""),
                element(draft, "T13", "window", "12:00-17:00"));

        var review =
                call(HttpMethod.GET, BASE + "/draft/review", null, Role.STAFF).json();

        assertThat(review.path("differences").toString())
                .contains("\"element\":\"T13\"", "\"field\":\"window\"", "12:00-17:00");
        assertThat(review.path("effect").path("days").asInt(0)).isEqualTo(14);
        assertThat(review.path("itemNine").path("pagesPerWeek").isNumber()).isTrue();
        assertThat(review.path("tag").asString(""))
                .isEqualTo(draft().path("tag").asString(""));
    }

    @Test
    void an_empty_draft_and_an_earlier_version_can_be_begun_with_and_staff_only_read() {
        assertThat(call(HttpMethod.POST, BASE + "/draft", "{}", Role.STAFF).status())
                .isEqualTo(403);
        assertThat(start("{\"empty\":true}")
                        .json()
                        .path("journey")
                        .path("touchpoints")
                        .size())
                .isZero();
        call(HttpMethod.DELETE, BASE + "/draft", null, Role.ADMIN);
        assertThat(start("{\"version\":1}").json().path("basedOn").asInt(0)).isEqualTo(1);
        assertThat(call(HttpMethod.GET, BASE + "/versions", null, Role.STAFF).body())
                .contains("\"state\":\"PUBLISHED\"");
        assertThat(call(HttpMethod.GET, BASE + "/versions/1", null, Role.STAFF).body())
                .contains("demo clinician");
        assertThat(call(HttpMethod.GET, BASE + "/versions/999", null, Role.STAFF)
                        .status())
                .isEqualTo(404);
    }

    private Answer start(String body) {
        return call(HttpMethod.POST, BASE + "/draft", body, Role.ADMIN);
    }

    private JsonNode draft() {
        return call(HttpMethod.GET, BASE + "/draft", null, Role.ADMIN).json();
    }

    private Answer put(String path, String was, JsonNode value) {
        return call(
                HttpMethod.PUT,
                BASE + "/draft/" + path,
                JSON.writeValueAsString(Map.of("was", was, "value", value)),
                Role.ADMIN);
    }

    private Answer publish(String inFlight, @Nullable String at) {
        var draft = draft();
        return call(
                HttpMethod.POST,
                BASE + "/draft/publication",
                "{\"was\":\"" + draft.path("tag").asString("") + "\",\"inFlight\":\"" + inFlight + "\",\"at\":"
                        + (at == null ? "null" : "\"" + at + "\"") + "}",
                Role.ADMIN);
    }

    private Answer undo() {
        return call(HttpMethod.POST, BASE + "/undo", "", Role.ADMIN);
    }

    /** Other words of the same length. */
    private void reword() {
        var draft = draft();
        var touchpoint = (ObjectNode) find(draft, "T06").deepCopy();
        var english = touchpoint.path("text").path("en").asString("");
        touchpoint.withObject("text").put("en", english.replaceFirst("\\. ", "! "));
        assertThat(put("touchpoints/T06", draft.path("tags").path("T06").asString(""), touchpoint)
                        .status())
                .isEqualTo(200);
    }

    private JsonNode text(String id) {
        for (var text : draft().path("texts")) {
            if (text.path("id").asString("").equals(id)) {
                return text;
            }
        }
        throw new AssertionError("No text " + id);
    }

    private static JsonNode element(JsonNode draft, String id, String field, String value) {
        var element = (ObjectNode) find(draft, id).deepCopy();
        return element.put(field, value);
    }

    private static JsonNode find(JsonNode draft, String id) {
        for (var element : draft.path("journey").path("touchpoints")) {
            if (element.path("id").asString("").equals(id)) {
                return element;
            }
        }
        throw new AssertionError("No touchpoint " + id);
    }

    private int current() {
        return call(HttpMethod.GET, BASE + "/versions/current", null, Role.STAFF)
                .json()
                .path("version")
                .path("number")
                .asInt(0);
    }

    private String yaml() {
        return call(HttpMethod.GET, BASE, null, Role.STAFF).body();
    }

    private int scheduled() {
        return jdbc.sql("SELECT count(*) FROM journey_version WHERE state = 'SCHEDULED'")
                .query(Integer.class)
                .single();
    }

    private int scheduledNumberAfter(int version) {
        return jdbc.sql("SELECT min(version) FROM journey_version WHERE version > :version")
                .param("version", version)
                .query(Integer.class)
                .single();
    }

    private @Nullable Integer staysOn(String patient) {
        return jdbc.sql("SELECT stays_on FROM patient WHERE patient_id = :id")
                .param("id", patient)
                .query((row, number) -> row.getObject(1, Integer.class))
                .list()
                .getFirst();
    }

    private int audited(String what) {
        return jdbc.sql("SELECT count(*) FROM audit_entry WHERE what = :what")
                .param("what", what)
                .query(Integer.class)
                .single();
    }

    private record Answer(int status, String body) {
        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    private Answer call(HttpMethod method, String path, @Nullable String body, Role... roles) {
        var request = RestClient.create(
                        "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port"))
                .method(method)
                .uri(path)
                .header("Authorization", "Bearer " + Tokens.ofStaff("ada", "journeys", roles));
        if (body != null) {
            request.header("Content-Type", "application/json").body(body);
        }
        return request.exchange((sent, response) -> new Answer(
                response.getStatusCode().value(),
                new String(
                        Objects.requireNonNullElse(response.bodyTo(byte[].class), new byte[0]),
                        StandardCharsets.UTF_8)));
    }
}
