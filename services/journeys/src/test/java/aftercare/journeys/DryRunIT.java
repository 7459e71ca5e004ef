package aftercare.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.platform.access.Role;
import aftercare.testkit.TestClocks;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What would be said when, to a patient who does not exist and to one who does; and that asking changes nothing. */
class DryRunIT extends Scene {
    private static final String DRY_RUNS = "/v1/journeys/dry-runs";

    /** In Los Angeles, three hours behind the clinic; the clocks change on 14 March 2027, three days after the second session. */
    private static final String INVENTED = """
            {"route":"IV","zone":"America/Los_Angeles","language":"es","contentLevel":"DISCREET","agreedAt":"2027-03-01T09:30:00",
             "sessions":["2027-03-11T14:00:00","2027-03-09T14:00:00"],"minutes":60}""";

    @AfterEach
    void without_a_draft() {
        call(HttpMethod.DELETE, JOURNEY + "/draft", null, Role.ADMIN);
    }

    @Test
    void an_invented_patient_gets_each_text_at_its_hour_at_home() {
        var run = invented("current", INVENTED);

        assertThat(run.path("zone").asString("")).isEqualTo("America/Los_Angeles");
        assertThat(run.path("at").asString("")).isEqualTo("2027-03-01T17:30:00Z");
        assertThat(run.path("visits").toString())
                .contains("\"startsAt\":\"2027-03-09T19:00:00Z\"", "\"startsAt\":\"2027-03-11T19:00:00Z\"");
        assertThat(times(run, "T01")).containsExactly("2027-03-01T17:30:00Z");
        assertThat(times(run, "T05")).containsExactly("2027-03-07T18:00:00Z", "2027-03-09T18:00:00Z");
        assertThat(times(run, "T06")).containsExactly("2027-03-08T18:00:00Z", "2027-03-10T18:00:00Z");
        // Discharge at noon in Los Angeles, three hours later is before the window opens at 17:00.
        assertThat(times(run, "T10")).containsExactly("2027-03-10T01:00:00Z", "2027-03-12T01:00:00Z");
        assertThat(times(run, "T11")).containsExactly("2027-03-10T18:00:00Z", "2027-03-12T18:00:00Z");
        // The day on which the clocks go forward: 10:00 is an hour earlier.
        assertThat(times(run, "T13").getLast()).isEqualTo("2027-03-14T17:00:00Z");
        assertThat(lines(run, "T13").getLast().path("clocksChanged").asBoolean(false))
                .isTrue();
        assertThat(lines(run, "T06").getFirst().path("clocksChanged").asBoolean(true))
                .isFalse();
        assertThat(StreamSupport.stream(run.path("lines").spliterator(), false)
                        .map(line -> line.path("opensAt").asString("9"))
                        .toList())
                .isSorted();
    }

    @Test
    void lines_have_the_merged_words_of_the_patients_language_and_what_is_dropped_says_why() {
        var run = invented("current", INVENTED);

        var prepare = lines(run, "T06").getFirst();
        assertThat(prepare.path("language").asString("")).isEqualTo("es");
        assertThat(prepare.path("text").asString(""))
                .startsWith("Harbor Clinic: visita mar 9 mar, 2:00 PM.")
                .contains("No coma desde 8:00 AM ni beba desde 12:00 PM");
        assertThat(prepare.path("parts").asInt(0)).isEqualTo(2);
        assertThat(prepare.path("said").asBoolean(true)).isFalse();
        var superseded = lines(run, "T13").getFirst();
        assertThat(superseded.path("reason").asString("")).isEqualTo("NEWER_SESSION");
        assertThat(superseded.path("because").asString("")).contains("The next session begins first");
        assertThat(superseded.path("text").isNull()).isTrue();
        assertThat(superseded.path("parts").asInt(9)).isZero();
        assertThat(superseded.path("opensAt").asString("")).isEqualTo("2027-03-12T18:00:00Z");

        var english = invented("current", INVENTED.replace("\"es\"", "\"en\"").replace("\"IV\"", "\"NASAL\""));
        assertThat(lines(english, "T06").getFirst().path("text").asString("")).contains("nose sprays 1:00 PM");
    }

    @Test
    void a_real_patients_visit_is_moved_in_thought_only() {
        var patient = enrolled();
        book(patient, local(5, 14, 0));
        awaitPlan(patient, "T06", "PLANNED");
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(11)));
        sent(patient, awaitRequested(patient, "T02"));
        awaitQuiet();
        var before = everythingOf(patient);

        var asBooked = real("current", patient, "");
        assertThat(times(asBooked, "T06")).containsExactly(local(4, 10, 0).toString());
        assertThat(lines(asBooked, "T06").getFirst().path("text").asString("")).contains("2:00 PM");
        assertThat(lines(asBooked, "T01").getFirst().path("said").asBoolean(false))
                .isTrue();
        assertThat(times(asBooked, "T11")).containsExactly(local(6, 10, 0).toString());

        var moved = real("current", patient, move(patient.visit().value(), local(8, 16, 30)));
        assertThat(moved.path("visits").get(0).path("startsAt").asString(""))
                .isEqualTo(local(8, 16, 30).toString());
        assertThat(times(moved, "T05")).containsExactly(local(6, 10, 0).toString());
        assertThat(times(moved, "T06")).containsExactly(local(7, 10, 0).toString());
        assertThat(lines(moved, "T06").getFirst().path("text").asString("")).contains("4:30 PM");
        assertThat(times(moved, "T11")).containsExactly(local(9, 10, 0).toString());

        assertThat(everythingOf(patient)).isEqualTo(before);
        assertThat(opensAt(patient, "T06")).isEqualTo(local(4, 10, 0));
    }

    @Test
    void the_draft_the_version_in_force_and_any_other_can_be_run() {
        int current = call(HttpMethod.GET, JOURNEY + "/versions/current", null, Role.STAFF)
                .json()
                .path("version")
                .path("number")
                .asInt(0);
        assertThat(run("draft", "\"invented\":" + INVENTED))
                .startsWith("404 ")
                .contains("no-such-journey", "no draft at the moment");
        var draft = call(HttpMethod.POST, JOURNEY + "/draft", "{}", Role.ADMIN).json();
        edit(draft, "T06", "window", "12:15-18:00");

        assertThat(times(invented("draft", INVENTED), "T06"))
                .containsExactly("2027-03-08T20:15:00Z", "2027-03-10T20:15:00Z");
        assertThat(times(invented("current", INVENTED), "T06").getFirst()).isEqualTo("2027-03-08T18:00:00Z");
        assertThat(invented(String.valueOf(current), INVENTED)).isEqualTo(invented("current", INVENTED));

        var mistaken =
                call(HttpMethod.GET, JOURNEY + "/draft", null, Role.ADMIN).json();
        edit(mistaken, "T06", "window", "late");
        assertThat(run("draft", "\"invented\":" + INVENTED))
                .startsWith("422 ")
                .contains("\"touchpoint\":\"T06\"", "\"field\":\"window\"");
    }

    @Test
    void what_is_not_there_is_said_to_be_not_there() {
        var patient = enrolled();
        assertThat(run("current", "\"patientId\":\"p-nobody\""))
                .startsWith("404 ")
                .contains("no-such-patient");
        assertThat(run("999999", "\"invented\":" + INVENTED)).startsWith("404 ").contains("no-such-journey");
        assertThat(run("latest", "\"invented\":" + INVENTED)).startsWith("404 ").contains("no-such-journey");
        assertThat(run("current", "\"patientId\":\"" + patient + "\"," + move("a-mistyped", local(8, 16, 0))))
                .startsWith("422 ")
                .contains("no-such-visit");
        assertThat(count("patient WHERE patient_id = 'p-nobody'")).isZero();
    }

    @Test
    void what_cannot_be_read_is_named_by_its_place_and_not_repeated() {
        assertThat(run("current", "\"patientId\":\" \"")).startsWith("422 ").contains("no-patient");
        assertThat(run(" ", "\"invented\":" + INVENTED)).matches("400 .*journey must not be blank.*");
        unreadable("\"America/Los_Angeles\"", "\"Mars/Phobos\"", "invented.zone");
        unreadable("\"2027-03-01T09:30:00\"", "\"yesterday\"", "invented.agreedAt");
        unreadable("\"2027-03-09T14:00:00\"", "\"2027-02-30T14:00:00\"", "invented.sessions");
        unreadable("\"2027-03-09T14:00:00\"", "null", "invented.sessions");
        unreadable("\"IV\"", "\"RECTAL\"", "invented.route");
        unreadable("\"DISCREET\"", "null", "invented.contentLevel");
        unreadable("\"minutes\":60", "\"minutes\":0", "invented.minutes");
        unreadable("\"es\"", "\"\"", "invented.language");
        var many = "\"2027-03-09T14:00:00\",".repeat(40) + "\"2027-03-09T14:00:00\"";
        unreadable("\"2027-03-09T14:00:00\"", many, "invented.sessions");
        assertThat(run("current", "\"patientId\":\"p-1\",\"moves\":[null]")).matches("400 .*moves.*");
        assertThat(run(
                        "current",
                        "\"patientId\":\"p-1\",\"moves\":[{\"appointmentId\":\"a-1\",\"startsAt\":\"soon\"}]"))
                .matches("400 .*moves.*startsAt.*");
        assertThat(call(HttpMethod.POST, DRY_RUNS, "no json", Role.STAFF).status())
                .isEqualTo(400);
    }

    @Test
    void only_staff_and_admins_ask() {
        var entry = "{\"journey\":\"current\",\"invented\":" + INVENTED + "}";
        for (var role : new Role[] {Role.STAFF, Role.ADMIN}) {
            assertThat(call(HttpMethod.POST, DRY_RUNS, entry, role).status()).isEqualTo(200);
        }
        for (var role : new Role[] {Role.CLINICIAN, Role.FRONT_DESK, Role.OPERATOR, Role.SERVICE}) {
            assertThat(call(HttpMethod.POST, DRY_RUNS, entry, role).status()).isEqualTo(403);
        }
        assertThat(call(HttpMethod.POST, DRY_RUNS, entry).status()).isEqualTo(401);
    }

    private void unreadable(String good, String bad, String named) {
        assertThat(INVENTED).contains(good);
        var answer = run("current", "\"invented\":" + INVENTED.replace(good, bad));
        assertThat(answer).as(bad).startsWith("400 ").contains(named).doesNotContain("Phobos", "yesterday", "RECTAL");
    }

    private JsonNode invented(String journey, String patient) {
        return ran(run(journey, "\"invented\":" + patient));
    }

    private JsonNode real(String journey, Somebody patient, String moves) {
        return ran(run(journey, "\"patientId\":\"" + patient + "\"" + (moves.isEmpty() ? "" : "," + moves)));
    }

    private static JsonNode ran(String answer) {
        assertThat(answer).startsWith("200 ");
        return JsonMapper.shared().readTree(answer.substring(4));
    }

    private static String move(String visit, Instant to) {
        return "\"moves\":[{\"appointmentId\":\"" + visit + "\",\"startsAt\":\"" + to + "\"}]";
    }

    private String run(String journey, String fields) {
        var answer = call(HttpMethod.POST, DRY_RUNS, "{\"journey\":\"" + journey + "\"," + fields + "}", Role.STAFF);
        return answer.status() + " " + answer.body();
    }

    /** A touchpoint's lines, one for each event that it hangs on: what reminds of it comes later. */
    private static List<JsonNode> lines(JsonNode run, String touchpoint) {
        var first = new LinkedHashMap<String, JsonNode>();
        run.path("lines").forEach(line -> {
            if (line.path("touchpoint").asString("").equals(touchpoint)) {
                first.putIfAbsent(line.path("why").path("at").asString(""), line);
            }
        });
        return List.copyOf(first.values());
    }

    private static List<String> times(JsonNode run, String touchpoint) {
        return lines(run, touchpoint).stream()
                .map(line -> line.path("opensAt").asString(""))
                .toList();
    }

    private void edit(JsonNode draft, String id, String field, String value) {
        for (var element : draft.path("journey").path("touchpoints")) {
            if (element.path("id").asString("").equals(id)) {
                var changed = ((ObjectNode) element.deepCopy()).put(field, value);
                var was = draft.path("tags").path(id).asString("");
                var entry = JsonMapper.shared().writeValueAsString(Map.of("was", was, "value", changed));
                assertThat(call(HttpMethod.PUT, JOURNEY + "/draft/touchpoints/" + id, entry, Role.ADMIN)
                                .status())
                        .isEqualTo(200);
            }
        }
    }

    /** Whatever a dry run might write, row by row or counted. */
    private String everythingOf(Somebody patient) {
        return jdbc.sql("""
                        SELECT (SELECT string_agg(t::text, '|' ORDER BY id) FROM touchpoint t WHERE patient_id = :id)
                            || (SELECT string_agg(p::text, '|') FROM patient p WHERE patient_id = :id)
                            || (SELECT count(*) FROM fact WHERE patient_id = :id) || ' '
                            || (SELECT count(*) FROM request WHERE patient_id = :id) || ' '
                            || (SELECT count(*) FROM questionnaire WHERE patient_id = :id) || ' '
                            || (SELECT count(*) FROM audit_entry) || ' ' || (SELECT count(*) FROM journey_version) || ' '
                            || (SELECT count(*) FROM patient) || ' ' || (SELECT count(*) FROM pause)
                        """)
                .param("id", patient.id().value())
                .query(String.class)
                .single();
    }
}
