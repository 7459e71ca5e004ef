package aftercare.journeys.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LintTest {
    private static final ClinicSettings CLINIC =
            new ClinicSettings("Harbor Clinic", "+12025550100", ZoneId.of("America/New_York"));
    private static final Place STATEMENT = new Place(Place.Kind.STATEMENT, false, false);
    private static final Place QUESTION = new Place(Place.Kind.QUESTION, false, false);
    private static final Place FIRST = new Place(Place.Kind.FIRST_TEXT, false, false);

    @Test
    void a_good_text_has_no_findings() {
        assertThat(lint("{clinic}: rest well. Questions? Call {phone}.", "en", STATEMENT))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ketamine",
                "Esketamine",
                "SPRAVATO",
                "depression",
                "anxiety",
                "your score",
                "PHQ-9",
                "psychiatrist"
            })
    void a_medicine_a_diagnosis_or_a_score_is_too_much_for_a_lock_screen(String word) {
        assertThat(rules("{clinic}: about " + word + " today.", "en", STATEMENT))
                .containsExactly("LOCK_SCREEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ketamina", "depresi\u00F3n", "DEPRESION", "ansiedad", "puntuacion", "ketamine"})
    void so_it_is_in_spanish_with_and_without_accents(String word) {
        assertThat(rules("{clinic}: sobre " + word + ".", "es", STATEMENT)).contains("LOCK_SCREEN");
    }

    @Test
    void whoever_agreed_to_detailed_texts_may_read_them() {
        assertThat(lint("{clinic}: ketamine for depression.", "en", new Place(Place.Kind.STATEMENT, true, false)))
                .isEmpty();
    }

    @Test
    void a_finding_says_where_what_and_how_to_mend() {
        var text = "{clinic}: about ketamine.";

        assertThat(lint(text, "en", STATEMENT)).singleElement().satisfies(found -> {
            assertThat(text.substring(found.from(), found.to())).isEqualTo("ketamine");
            assertThat(found.severity()).isEqualTo(Severity.ERROR);
            assertThat(found.language()).isEqualTo("en");
            assertThat(found.what()).contains("lock screen").contains("\"ketamine\"");
            assertThat(found.mend()).contains("your visit");
        });
    }

    @Test
    void a_word_within_another_is_no_finding() {
        assertThat(lint("{clinic}: a secure, accurate manicure.", "en", STATEMENT))
                .isEmpty();
        assertThat(lint("{clinic}: procure descansar.", "es", STATEMENT)).isEmpty();
    }

    @Test
    void the_first_text_names_clinic_stop_help_rates_and_both_numbers() {
        assertThat(lint("You will get texts from us.", "en", FIRST))
                .extracting(Finding::what)
                .containsExactlyInAnyOrder(
                        "does not name the clinic",
                        "does not name STOP",
                        "does not name HELP",
                        "does not say that message and data rates may apply",
                        "does not name 988",
                        "does not name 911");
    }

    @Test
    void a_question_carries_the_footer() {
        assertThat(rules("{clinic}: are you well?", "en", QUESTION)).containsExactly("FOOTER", "FOOTER");
    }

    @Test
    void what_leads_in_to_an_item_leaves_room_for_it() {
        var leadIn = new Place(Place.Kind.LEAD_IN, false, false, 40);

        assertThat(lint("{clinic}: crisis: 988 or 911.", "en", leadIn)).isEmpty();
        assertThat(lint("{clinic}: nine questions. Crisis: 988 or 911.", "en", leadIn))
                .singleElement()
                .extracting(Finding::what)
                .asString()
                .contains("leave room for what follows");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This will reset your brain.",
                "A breakthrough for you.",
                "It cures low mood.",
                "You will feel better.",
                "A game-changer.",
                "It is completely safe."
            })
    void overselling_is_worth_a_second_look(String words) {
        assertThat(lint("{clinic}: " + words, "en", STATEMENT)).singleElement().satisfies(found -> {
            assertThat(found.rule()).isEqualTo("OVERSELLING");
            assertThat(found.severity()).isEqualTo(Severity.WARNING);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Es una cura.",
                "Reinicia el cerebro.",
                "Se sentir\u00E1 mejor.",
                "Es un tratamiento milagroso.",
                "Garantizado."
            })
    void so_it_is_in_spanish(String words) {
        assertThat(rules("{clinic}: " + words, "es", STATEMENT)).contains("OVERSELLING");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"We will call you.", "You get a reply within 2 hours: reply within.", "We'll respond tonight."})
    void no_text_promises_an_answer(String words) {
        assertThat(rules("{clinic}: " + words, "en", STATEMENT)).contains("REPLY_TIME");
    }

    @Test
    void no_text_says_that_somebody_has_read_something() {
        assertThat(rules("{clinic}: we have read your answer.", "en", STATEMENT))
                .containsExactly("READ_BY");
        assertThat(rules("{clinic}: hemos recibido su respuesta.", "es", STATEMENT))
                .containsExactly("READ_BY");
    }

    @Test
    void a_shortened_link_is_refused_and_another_is_worth_a_second_look() {
        assertThat(lint("{clinic}: see https://bit.ly/3xYz.", "en", STATEMENT))
                .extracting(Finding::rule, Finding::severity)
                .containsExactly(org.assertj.core.api.Assertions.tuple("SHORTENER", Severity.ERROR));
        assertThat(lint("{clinic}: see www.harbor-clinic.com/visit.", "en", STATEMENT))
                .extracting(Finding::rule, Finding::severity)
                .containsExactly(org.assertj.core.api.Assertions.tuple("LINK", Severity.WARNING));
    }

    @Test
    void letters_outside_the_gsm_alphabet_come_with_what_to_write_instead() {
        assertThat(lint("{clinic}: don\u2019t rush \u2014 rest \uD83D\uDE0A. D\u00EDa.", "en", STATEMENT))
                .extracting(Finding::mend)
                .containsExactly(
                        "Write \"'\", or another word where that would change the meaning.",
                        "Write \"-\", or another word where that would change the meaning.",
                        "Leave it out.",
                        "Write \"i\", or another word where that would change the meaning.");
    }

    @Test
    void the_length_is_that_of_the_filled_text() {
        var text = "{clinic}: " + "x".repeat(292);

        assertThat(lint(text, "en", STATEMENT)).singleElement().satisfies(found -> {
            assertThat(found.what())
                    .isEqualTo("is 307 characters long in GSM-7 once filled in; 306 fit into two segments");
            assertThat(found.mend()).startsWith("Make it 1 shorter");
        });
        assertThat(lint(text.substring(0, text.length() - 1), "en", STATEMENT)).isEmpty();
    }

    @Test
    void a_variable_that_nothing_fills_is_refused_where_it_stands() {
        var text = "{clinic}: on {date}, {klinic}.";

        assertThat(lint(text, "en", STATEMENT))
                .extracting(found -> text.substring(found.from(), found.to()))
                .containsExactly("{date}", "{klinic}");
        assertThat(lint(text, "en", new Place(Place.Kind.STATEMENT, false, true)))
                .extracting(found -> text.substring(found.from(), found.to()))
                .containsExactly("{klinic}");
    }

    @Test
    void an_empty_text_is_refused() {
        assertThat(rules(" ", "en", STATEMENT)).contains("EMPTY");
    }

    @Test
    void a_clinic_whose_name_breaks_every_text_is_told_so() {
        var clinic = new ClinicSettings("Cl\u00EDnica Sol", "+12025550100", ZoneId.of("America/New_York"));

        assertThat(Lint.of("{clinic}: descanse.", "es", STATEMENT, clinic))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.what()).startsWith("the clinic's name holds");
                    assertThat(found.mend()).contains("clinic.name");
                });
    }

    private static List<Finding> lint(String text, String language, Place place) {
        return Lint.of(text, language, place, CLINIC);
    }

    private static List<String> rules(String text, String language, Place place) {
        return lint(text, language, place).stream().map(Finding::rule).toList();
    }
}
