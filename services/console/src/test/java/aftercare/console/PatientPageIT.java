package aftercare.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatientPageIT extends HarborPages {
    @AfterEach
    void mend() {
        HARBOR.journeys.mend();
        HARBOR.escalation.mend();
    }

    @Test
    void one_page_shows_how_a_patient_does() throws Exception {
        assertThat(page("/patients/jordan"))
                .contains("Texts are held", "a case is open", "everything is held until a human lets go")
                .contains("<svg", "Mood, 0 worst to 10 best", "3 of 10", "moderate", "not finished in time", "1 of 2")
                .contains("Poco interés o placer en hacer cosas")
                .contains(", drip", "went home", "cancelled")
                .contains("Request", "scheduling", "front desk");
    }

    @Test
    void every_text_says_why_it_came_and_why_one_did_not_in_words() throws Exception {
        assertThat(page("/patients/jordan"))
                .contains("Why this, why now", "3 h after the patient went home", "session completed")
                .contains("Same-evening check", "¿Ya llego a casa?")
                .contains("not sent: texts to the phone were held")
                .contains("nobody was surely on call for the whole time in which it could be answered")
                .doesNotContain("NO_ONE_ON_CALL", "NOT_IN_TIME", "COMPLETED PT3H");
    }

    @Test
    void words_that_the_journey_suggests_wait_for_a_human_to_send_them() throws Exception {
        assertThat(page("/patients/jordan"))
                .contains("Words that the journey suggests", "sentimos no verle el martes", "Put them into the text");

        HARBOR.journeys.breakDown("/v1/patients/jordan/suggested-words");
        assertThat(page("/patients/jordan"))
                .contains("Jordan Example", "Suggested words can't be told")
                .doesNotContain("Words that the journey suggests");
    }

    @Test
    void a_service_that_is_silent_is_named_and_nothing_looks_like_nothing() throws Exception {
        HARBOR.journeys.breakDown("/v1/patients/jordan/scores");
        HARBOR.journeys.breakDown("/v1/patients/jordan/plan");
        HARBOR.escalation.breakDown("/v1/patients/jordan/work-items");

        assertThat(page("/patients/jordan"))
                .contains(
                        "Jordan Example",
                        "Scores can't be told",
                        "What comes next can't be told",
                        "What waits can't be told")
                .doesNotContain("No score yet", "Nothing is planned", "Nothing waits about this patient");
    }

    @Test
    void lists_say_who_fell_who_is_silent_and_who_is_due() throws Exception {
        assertThat(page("/patients?list=fallen"))
                .contains("Jordan Example", "4 or more below the own median", "Page 1 of 3", "list=fallen&amp;page=1");
        assertThat(page("/patients?list=silent")).contains("Same-evening check", "Silence is not evidence of safety");
        assertThat(page("/patients?list=due")).contains("Next-day check", "Next visit");
        HARBOR.journeys.answers("/v1/patient-lists/fallen", "{\"total\":0,\"rows\":[]}");
        assertThat(page("/patients?list=fallen")).contains("scores fell in the last 14 days");
    }

    @Test
    void a_name_is_looked_for_by_post_and_stands_in_no_address() throws Exception {
        var found = visitor.submit("/patients", "/patients", Map.of("text", "jordan exa"));

        assertThat(found.uri().toString()).doesNotContain("jordan");
        assertThat(found.body()).contains("Jordan Example", "Spanish");
        assertThat(HARBOR.messaging.posted()).anyMatch(call -> call.contains("jordan exa"));
    }

    @Test
    void a_patient_is_exported_from_the_page_as_a_file_or_not_at_all() throws Exception {
        HARBOR.journeys.answers("/v1/patients/jordan/fhir", "{\"resourceType\":\"Bundle\"}");
        assertThat(page("/patients/jordan")).contains("href=\"/patients/jordan/fhir\"", "Export (FHIR)");

        var file = visitor.get("/patients/jordan/fhir");

        assertThat(file.body()).isEqualTo("{\"resourceType\":\"Bundle\"}");
        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/fhir+json");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .isEqualTo("attachment; filename=\"patient-jordan.fhir.json\"");
        HARBOR.journeys.breakDown("/v1/patients/jordan/fhir");
        assertThat(visitor.get("/patients/jordan/fhir").statusCode()).isEqualTo(503);
    }

    @Test
    void work_is_taken_and_given_back() throws Exception {
        visitor.submit("/work", "/work/w2/owner", Map.of("owner", "rosa", "back", "/work"));
        visitor.submit("/work", "/work/w2/owner", Map.of("owner", ""));

        assertThat(HARBOR.escalation.posted())
                .contains("/v1/work-items/w2/owner {\"owner\":\"rosa\"}", "/v1/work-items/w2/owner {\"owner\":null}");
        assertThat(page("/work?list=requests")).contains("Owner:", "front desk", "Take it", "Give it to");
    }

    @Test
    void an_admin_approves_a_fixed_answer_and_sees_who_did() throws Exception {
        var mira = as("mira");

        assertThat(mira.get("/fixed-answers").body())
                .contains("Where the clinic is", "12 Harbor Street", "Rosa Lindqvist", "Nobody has written one");
        var done = mira.submit(
                "/fixed-answers",
                "/fixed-answers/HOURS",
                Map.of("en", "{clinic} is open 9 to 5.", "es", "{clinic} abre de 9 a 17.", "enabled", "true"));

        assertThat(done.body()).contains("It answers from now on");
        assertThat(HARBOR.journeys.posted().toString())
                .contains("/v1/fixed-answers/HOURS", "\"enabled\":true", "abre de 9 a 17");
        assertThat(visitor.get("/fixed-answers").statusCode()).isEqualTo(403);
    }

    @Test
    void words_that_are_refused_are_kept_with_the_reason() throws Exception {
        HARBOR.journeys.forget("/v1/fixed-answers/HOURS");

        var refused = as("mira")
                .submit("/fixed-answers", "/fixed-answers/HOURS", Map.of("en", "We open at dawn", "es", "Al amanecer"));

        assertThat(refused.body()).contains(FakeService.UNKNOWN, "We open at dawn", "Al amanecer");
    }
}
