package aftercare.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.platform.access.Role;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** How a text will look on a phone while it is being written, what is wrong with it, and a test of it on the writer's own phone. */
class PreviewIT extends Scene {
    private static final String PREVIEW = "/v1/journeys/preview";
    private static final String TEST_TEXTS = "/v1/journeys/test-texts";

    @Test
    void each_language_and_route_is_shown_as_a_phone_shows_it() {
        var preview = preview(
                element(
                        "\"text\":{\"en\":\"{clinic}: {food} Visit {date}, {time}.\",\"es\":\"{clinic}: visita {date}, {time}.\"},"
                                + "\"byRoute\":{\"food\":{\"NASAL\":{\"en\":\"No spray.\"},\"UNKNOWN\":{\"en\":\"Eat as told.\"}}}"));

        var samples = list(preview.path("samples"));
        assertThat(samples)
                .extracting(sample -> sample.path("field").asString(""))
                .containsExactly("text.en", "text.en", "text.es");
        // The day and the hour with the longest names.
        assertThat(samples.getFirst().path("text").asString(""))
                .isEqualTo("Harbor Clinic: Eat as told. Visit Wed Sep 30, 10:30 PM.");
        assertThat(samples.get(1).path("route").asString("")).isEqualTo("NASAL");
        assertThat(samples.get(1).path("text").asString("")).contains("No spray.");
        var spanish = samples.getLast();
        assertThat(spanish.path("route").isNull()).isTrue();
        assertThat(spanish.path("language").asString("")).isEqualTo("es");
        assertThat(spanish.path("text").asString("")).isEqualTo("Harbor Clinic: visita mié 30 sep, 10:30 PM.");
        assertThat(spanish.path("encoding").asString("")).isEqualTo("GSM-7");
        assertThat(spanish.path("length").asInt(0)).isEqualTo("Harbor Clinic: visita mié 30 sep, 10:30 PM.".length());
        assertThat(spanish.path("parts").asInt(0)).isEqualTo(1);
        assertThat(spanish.path("room").asInt(0)).isEqualTo(160);
        assertThat(findings(samples)).isEmpty();
    }

    @Test
    void parts_are_counted_as_the_carrier_cuts_them() {
        var gsm = onlySample("{clinic}: " + "a".repeat(146));
        assertThat(gsm.path("length").asInt(0)).isEqualTo(161);
        assertThat(gsm.path("parts").asInt(0)).isEqualTo(2);
        assertThat(gsm.path("room").asInt(0)).isEqualTo(306);

        var broken = onlySample("{clinic}: " + "a".repeat(60) + "\u2019");
        assertThat(broken.path("encoding").asString("")).isEqualTo("UCS-2");
        assertThat(broken.path("length").asInt(0)).isEqualTo(76);
        assertThat(broken.path("parts").asInt(0)).isEqualTo(2);
        assertThat(broken.path("room").asInt(0)).isEqualTo(134);
        assertThat(findings(List.of(broken))).containsExactly("ERROR ALPHABET");
        var finding = broken.path("findings").get(0);
        assertThat(finding.path("mend").asString("")).contains("Write \"'\"");
        assertThat(finding.path("from").asInt(0)).isEqualTo("{clinic}: ".length() + 60);

        assertThat(findings(List.of(onlySample("{clinic}: " + "long ".repeat(70)))))
                .containsExactly("ERROR LENGTH");
    }

    @Test
    void words_that_a_text_should_not_hold_are_found() {
        assertThat(findings("{clinic}: your ketamine visit is near.")).containsExactly("ERROR LOCK_SCREEN");
        assertThat(findings("{clinic}: see harbor-clinic.com/visit first.")).containsExactly("WARNING LINK");
        assertThat(findings("{clinic}: see bit.ly/x first.")).containsExactly("ERROR SHORTENER");
        assertThat(findings("{clinic}: a breakthrough. You will feel better."))
                .containsExactly("WARNING OVERSELLING", "WARNING OVERSELLING");
        assertThat(findings("{clinic}: write to us, we will reply.")).containsExactly("ERROR REPLY_TIME");
        assertThat(findings("{clinic}: hello {name}.")).containsExactly("ERROR VARIABLE");
        assertThat(findings("Your visit is near.")).containsExactly("WARNING SENDER");
        assertThat(findings("{clinic}: your visit is near.")).isEmpty();
    }

    @Test
    void a_drugs_name_may_stand_only_where_the_patient_agreed_to_it() {
        var samples = list(preview(element("\"text\":{\"en\":\"{clinic}: your visit is near.\"},"
                        + "\"detailed\":{\"en\":\"{clinic}: your ketamine visit is near.\"}"))
                .path("samples"));

        assertThat(samples).hasSize(2);
        assertThat(samples.getLast().path("detailed").asBoolean(false)).isTrue();
        assertThat(findings(samples)).isEmpty();
    }

    @Test
    void a_question_needs_its_footer_and_what_keeps_it_from_being_published_is_told_by_field() {
        var preview = preview(element("\"text\":{\"en\":\"{clinic}: how are you?\"},\"window\":\"late\","
                + "\"asks\":{\"form\":\"CHOICE\",\"choices\":[\"1\"],\"answerWithin\":\"PT2H\"},"
                + "\"answers\":{\"1\":{\"en\":\"{clinic}: thank you.\"}}"));

        assertThat(findings(list(preview.path("samples")))).containsExactly("ERROR FOOTER", "ERROR FOOTER");
        assertThat(preview.path("samples").toString()).contains("\"field\":\"answers.1.en\"");
        assertThat(preview.path("problems").toString()).contains("\"touchpoint\":\"X1\"", "\"field\":\"window\"");
        assertThat(count("journey_draft")).as("nothing is saved").isZero();
    }

    @Test
    void what_is_no_touchpoint_is_refused_and_only_writers_look() {
        assertThat(call(HttpMethod.POST, PREVIEW, written("weekdays", "{}"), Role.ADMIN)
                        .body())
                .contains("no-element");
        assertThat(call(HttpMethod.POST, PREVIEW, written("touchpoints", "[]"), Role.ADMIN)
                        .status())
                .isEqualTo(422);
        assertThat(call(HttpMethod.POST, PREVIEW, written("touchpoints", "null"), Role.ADMIN)
                        .status())
                .isBetween(400, 422);
        var odd = written(
                "touchpoints", "{\"id\":7,\"text\":[\"a\"],\"byRoute\":\"x\",\"answers\":{\"1\":\"a\"},\"asks\":1}");
        assertThat(call(HttpMethod.POST, PREVIEW, odd, Role.ADMIN).status()).isEqualTo(200);
        assertThat(call(HttpMethod.POST, PREVIEW, "{\"part\":\"topics\"}", Role.ADMIN)
                        .body())
                .contains("id must not be null", "value must not be null");
        var fine = written("touchpoints", element("\"text\":{\"en\":\"{clinic}: hello.\"}"));
        assertThat(call(HttpMethod.POST, PREVIEW, fine, Role.CLINICIAN).status())
                .isEqualTo(200);
        for (var role : new Role[] {Role.STAFF, Role.FRONT_DESK, Role.OPERATOR, Role.SERVICE}) {
            assertThat(call(HttpMethod.POST, PREVIEW, fine, role).status()).isEqualTo(403);
            assertThat(call(HttpMethod.POST, TEST_TEXTS, test(fine, "text.en"), role)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(call(HttpMethod.POST, PREVIEW, fine).status()).isEqualTo(401);
        assertThat(ESCALATION.testTexts()).isEmpty();
    }

    @Test
    void a_test_text_goes_marked_to_whoever_asks_in_their_own_name() {
        var written = written(
                "touchpoints",
                element("\"text\":{\"en\":\"{clinic}: visit {date}.\",\"es\":\"{clinic}: visita {date}.\"}"));

        var answer = call(HttpMethod.POST, TEST_TEXTS, test(written, "text.es"), Role.CLINICIAN);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"sent\":\"text.es\"}");
        var asked = ESCALATION.testTexts();
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().path()).isEqualTo("/v1/staff/ada/test-texts");
        assertThat(asked.getFirst().body()).isEqualTo("{\"text\":\"[Test] Harbor Clinic: visita mié 30 sep.\"}");
        assertThat(claims(asked.getFirst().token()))
                .contains("\"sub\":\"ada\"", "\"aud\":\"escalation\"", "CLINICIAN")
                .doesNotContain("SERVICE");
    }

    @Test
    void why_a_test_text_did_not_go_is_told_in_escalations_words() {
        var written = written("touchpoints", element("\"text\":{\"en\":\"{clinic}: hello.\"}"));
        ESCALATION.answersTestTexts(
                422, "{\"type\":\"urn:x\",\"status\":422,\"detail\":\"You have no verified number for texts.\"}");

        var refused = call(HttpMethod.POST, TEST_TEXTS, test(written, "text.en"), Role.ADMIN);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("test-text-refused", "You have no verified number for texts.");

        ESCALATION.answersTestTexts(503, "");
        assertThat(call(HttpMethod.POST, TEST_TEXTS, test(written, "text.en"), Role.ADMIN)
                        .body())
                .contains("test-text-unanswered", "may or may not come");
        var missing = call(HttpMethod.POST, TEST_TEXTS, test(written, "text.fr"), Role.ADMIN);
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.body()).contains("no-such-text");
        assertThat(ESCALATION.testTexts()).as("no words, no text").hasSize(2);
    }

    private static String element(String fields) {
        return "{\"id\":\"X1\",\"name\":\"New\",\"purpose\":\"LOGISTICS\",\"priority\":65,\"anchor\":\"SESSION\",\"offset\":\"-P1D\","
                + "\"oncePer\":\"START\"" + (fields.contains("\"window\"") ? "," : ",\"window\":\"10:00-18:00\",")
                + fields
                + "}";
    }

    private static String written(String part, String value) {
        return "{\"part\":\"" + part + "\",\"id\":\"X1\",\"value\":" + value + "}";
    }

    private static String test(String written, String field) {
        return "{\"written\":" + written + ",\"field\":\"" + field + "\"}";
    }

    private JsonNode preview(String element) {
        var answer = call(HttpMethod.POST, PREVIEW, written("touchpoints", element), Role.ADMIN);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode onlySample(String english) {
        var samples =
                list(preview(element("\"text\":{\"en\":\"" + english + "\"}")).path("samples"));
        assertThat(samples).hasSize(1);
        return samples.getFirst();
    }

    private List<String> findings(String english) {
        return findings(List.of(onlySample(english)));
    }

    private static List<String> findings(List<JsonNode> samples) {
        return samples.stream()
                .flatMap(sample -> list(sample.path("findings")).stream())
                .map(finding -> finding.path("severity").asString("") + " "
                        + finding.path("rule").asString(""))
                .toList();
    }

    private static List<JsonNode> list(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false).toList();
    }

    private static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    }
}
