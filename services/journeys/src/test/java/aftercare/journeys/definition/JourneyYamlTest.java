package aftercare.journeys.definition;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.journeys.definition.InvalidJourney.Problem;
import aftercare.journeys.wording.ClinicSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JourneyYamlTest {
    private static final ClinicSettings CLINIC =
            new ClinicSettings("Harbor Clinic", "+12025550100", ZoneId.of("America/New_York"));
    private final String shipped = shipped();

    @Test
    void the_shipped_journey_can_be_published() {
        assertThat(JourneyYaml.readForPublishing(shipped, CLINIC).touchpoints())
                .extracting(Touchpoint::code)
                .contains("T01", "T02", "E01", "T06", "T10", "T11", "E11", "T20");
    }

    @Test
    void every_shipped_text_speaks_english_and_spanish() {
        assertThat(JourneyYaml.readForPublishing(shipped, CLINIC).touchpoints())
                .flatExtracting(
                        touchpoint -> Stream.ofNullable(touchpoint.wording()).toList())
                .allSatisfy(
                        wording -> assertThat(wording.discreet().byLanguage()).containsOnlyKeys("en", "es"));
    }

    @Test
    void an_edited_offset_is_read() {
        var journey = JourneyYaml.readForPublishing(shipped.replace("offset: PT3H", "offset: PT4H"), CLINIC);

        assertThat(journey.touchpoint("T10").orElseThrow().timing().offset()).isEqualTo(Offset.parse("PT4H"));
    }

    @Test
    void whatever_is_wrong_is_told_at_once_with_touchpoint_and_field() {
        var wrong = shipped.replace("offset: PT3H", "offset: soon")
                .replace("anchor: CONSENT", "anchor: BIRTHDAY")
                .replaceFirst("window: 17:00-20:00", "window: 20:00-17:00")
                .replace("persist: true", "persists: true");

        assertThat(problems(wrong))
                .extracting(problem -> problem.touchpoint() + "." + problem.field())
                .containsExactlyInAnyOrder("T10.offset", "T01.anchor", "T10.window", "T01.persists");
    }

    @Test
    void a_text_that_does_not_fit_or_says_too_much_is_refused() {
        var wrong = shipped.replace("thank you. Rest well.", "thank you \u2014 rest well. " + "x".repeat(300))
                .replace("about your first visit on", "about your first ketamine visit on");

        assertThat(problems(wrong))
                .extracting(Problem::toString)
                .anyMatch(told -> told.startsWith("T10.answers.1.en") && told.contains("GSM"))
                .anyMatch(told -> told.startsWith("T10.answers.1.en") && told.contains("fit into two segments"))
                .anyMatch(told -> told.startsWith("E01.text.en") && told.contains("lock screen"));
    }

    @Test
    void an_opt_in_text_and_a_question_name_what_they_must() {
        var wrong = shipped.replace("STOP to end. Not for", "BYE to end. Not for")
                .replace(
                        "If anything worries you or feels wrong, write it or call {phone}. Not monitored 24/7. Crisis: call or text 988.",
                        "");

        assertThat(problems(wrong))
                .extracting(Problem::toString)
                .anyMatch(told -> told.startsWith("T01.text.en does not name STOP"))
                .anyMatch(told -> told.startsWith("T11.text.en does not name 988"));
    }

    @Test
    void an_answer_to_nothing_that_was_asked_and_a_variable_that_nothing_fills_are_refused() {
        assertThat(problems(shipped.replace(
                        "      \"1\":\n        en: \"{clinic}: thank you. Rest well.",
                        "      \"3\":\n        en: \"{clinic}: thank you. Rest well.")))
                .extracting(problem -> problem.touchpoint() + "." + problem.field())
                .containsExactly("T10.answers.3");
        assertThat(problems(shipped.replace("{clinic}: thank you. Rest", "{klinic}: thank you. Rest")))
                .extracting(problem -> problem.touchpoint() + "." + problem.field())
                .containsOnly("T10.answers.1.en");
    }

    @Test
    void what_is_no_yaml_names_the_line() {
        assertThat(problems("journey: default\n  touchpoints: ["))
                .singleElement()
                .extracting(Problem::what)
                .asString()
                .contains("line 2");
    }

    private static List<Problem> problems(String yaml) {
        try {
            JourneyYaml.readForPublishing(yaml, CLINIC);
        } catch (InvalidJourney invalid) {
            return invalid.problems();
        }
        throw new AssertionError("The journey was read");
    }

    private static String shipped() {
        try (var yaml = JourneyYaml.class.getResourceAsStream("/aftercare/journeys/journeys.yaml")) {
            return new String(Objects.requireNonNull(yaml).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
