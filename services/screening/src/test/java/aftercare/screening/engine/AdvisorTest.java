package aftercare.screening.engine;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.Urgency;
import aftercare.screening.model.Classifier;
import aftercare.screening.model.Kind;
import aftercare.screening.model.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules go on whatever the model does, and what the model says may raise a level but never lower what the rules found. */
class AdvisorTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String NOT_IN_ANY_RULE = "The parrot of my aunt prefers brass bands on Tuesdays";

    /** What may become of a model. */
    private static Stream<Named<Supplier<Reading>>> broken() {
        return Stream.of(
                Named.of("fails", () -> {
                    throw new IllegalStateException("broken");
                }),
                Named.of("out of memory", () -> {
                    throw new OutOfMemoryError();
                }),
                Named.of("hangs", AdvisorTest::hanging));
    }

    private static Reading hanging() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return reading(Kind.COURTESY);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void without_the_model_rules_answer_and_the_operator_knows(Supplier<Reading> does) {
        var engine = Engine.with(Advisor.with(model(does), Duration.ofMillis(100)));

        assertThat(screen(engine, "I want to die").level()).isEqualTo(Level.CRISIS);
        assertThat(screen(engine, "Thanks!").level()).isEqualTo(Level.ROUTINE);
        var doubtful = screen(engine, NOT_IN_ANY_RULE);
        assertThat(doubtful.level()).isEqualTo(Level.CONCERN);
        assertThat(doubtful.categories()).contains("rules-only");
        assertThat(engine.trouble()).isPresent();
    }

    @Test
    void a_model_that_works_again_is_no_trouble() {
        var works = new CountDownLatch(1);
        var engine = Engine.with(Advisor.with(
                model(() -> {
                    if (works.getCount() > 0) throw new IllegalStateException("broken");
                    return reading(Kind.COURTESY);
                }),
                LONG));
        screen(engine, NOT_IN_ANY_RULE);
        works.countDown();
        screen(engine, NOT_IN_ANY_RULE);

        assertThat(engine.trouble()).isEmpty();
    }

    @Test
    void one_late_answer_is_no_trouble_once_the_model_works_though_nobody_writes() {
        var works = new CountDownLatch(1);
        var advisor = Advisor.with(
                model(() -> {
                    if (works.getCount() > 0) throw new IllegalStateException("broken");
                    return reading(Kind.COURTESY);
                }),
                LONG);
        var engine = Engine.with(advisor);
        screen(engine, NOT_IN_ANY_RULE);
        assertThat(engine.trouble()).isPresent();

        works.countDown();

        assertThat(engine.trouble()).isEmpty();
    }

    @Test
    void no_model_at_all_leaves_the_rules() {
        var engine = Engine.with(Advisor.none());

        assertThat(screen(engine, "I want to die").level()).isEqualTo(Level.CRISIS);
        assertThat(screen(engine, NOT_IN_ANY_RULE).level()).isEqualTo(Level.CONCERN);
        assertThat(engine.version().model()).isNull();
    }

    @Test
    void what_reads_like_a_cry_for_help_pages_and_names_examples() {
        var verdict = screen(sure(Kind.CRISIS), NOT_IN_ANY_RULE);

        assertThat(verdict.level()).isEqualTo(Level.CRISIS);
        assertThat(verdict.reasons()).anyMatch(reason -> reason.contains("an example of CRISIS"));
    }

    @Test
    void what_cannot_wait_is_a_concern_now() {
        assertThat(screen(sure(Kind.NOW), NOT_IN_ANY_RULE).urgency()).isEqualTo(Urgency.NOW);
    }

    @Test
    void everyday_english_that_no_rule_knows_is_routine_by_the_model() {
        assertThat(screen(sure(Kind.COURTESY), "The parking was easy and the nurse was really nice to me")
                        .level())
                .isEqualTo(Level.ROUTINE);
    }

    @Test
    void spanish_that_no_rule_knows_is_routine_by_the_model() {
        assertThat(screen(sure(Kind.COURTESY), "La enfermera estuvo muy amable y llegamos bien a la casa")
                        .level())
                .isEqualTo(Level.ROUTINE);
    }

    @Test
    void in_languages_it_was_not_taught_the_model_makes_nothing_routine() {
        for (var foreign :
                List.of("Der Parkplatz war leicht zu finden und die Schwester war sehr nett", "xqzt brmf wlpk"))
            assertThat(screen(sure(Kind.COURTESY), foreign).level()).as(foreign).isEqualTo(Level.CONCERN);
    }

    @Test
    void a_patient_who_writes_spanish_needs_clearer_english_to_be_routine() {
        var text = "Lovely kettle";

        assertThat(sure(Kind.COURTESY)
                        .screen(new Reply(text, 0, List.of(), null, true, false, "en"))
                        .level())
                .isEqualTo(Level.ROUTINE);
        assertThat(sure(Kind.COURTESY)
                        .screen(new Reply(text, 0, List.of(), null, true, false, "es"))
                        .level())
                .isEqualTo(Level.CONCERN);
    }

    @Test
    void the_model_lowers_no_evidence_to_routine() {
        for (var risky : List.of("I took 30 pills", "my chest hurts and I can't breathe", "he hit me again last night"))
            assertThat(screen(sure(Kind.COURTESY), risky).level()).as(risky).isNotEqualTo(Level.ROUTINE);
    }

    @Test
    void risk_that_several_rules_find_is_not_asked_about_and_pages() {
        var engine = Engine.with(Advisor.with(
                model(() -> {
                    throw new IllegalStateException("asked");
                }),
                LONG));

        assertThat(screen(engine, "I want to die. I already wrote the note and I have the pills")
                        .level())
                .isEqualTo(Level.CRISIS);
        assertThat(engine.trouble()).as("the model was not asked").isEmpty();
    }

    @Test
    void a_single_rule_against_a_model_that_sees_no_risk_is_read_at_once_and_pages_nobody() {
        var text = "I want to die";

        assertThat(screen(likely(Kind.COURTESY, 0.85), text).urgency()).isEqualTo(Urgency.NOW);
        assertThat(screen(likely(Kind.COURTESY, 0.7), text).level()).isEqualTo(Level.CRISIS);
    }

    @Test
    void a_time_alone_does_not_make_the_model_page_earlier() {
        assertThat(screen(likely(Kind.CRISIS, 0.5), "By Monday next week the parrot sings")
                        .level())
                .isEqualTo(Level.CONCERN);
    }

    @Test
    void an_answer_about_risk_that_opens_with_a_denial_needs_more_to_page() {
        var reply = Replies.reply("None. The parrot keeps me laughing")
                .afterClinic("Any thoughts of harming yourself since your last visit?")
                .build();

        assertThat(likely(Kind.CRISIS, 0.7).screen(reply).urgency()).isEqualTo(Urgency.NOW);
        assertThat(likely(Kind.CRISIS, 0.9).screen(reply).level()).isEqualTo(Level.CRISIS);
    }

    @Test
    void a_picture_is_looked_at_whatever_the_words() {
        var reply =
                new Reply("The parking was easy and the nurse was really nice", 1, List.of(), null, true, false, "en");

        assertThat(sure(Kind.COURTESY).screen(reply).level()).isEqualTo(Level.CONCERN);
    }

    private static Verdict screen(Engine engine, String text) {
        return engine.screen(Replies.reply(text).build());
    }

    private static Engine sure(Kind kind) {
        return Engine.with(Advisor.with(model(() -> reading(kind)), LONG));
    }

    /** The rest is the mildest of concerns. */
    private static Engine likely(Kind kind, double likelihood) {
        return Engine.with(Advisor.with(
                model(() -> reading(Map.of(kind, likelihood, Kind.NEXT, 1 - likelihood))), LONG));
    }

    private static Reading reading(Kind kind) {
        return reading(Map.of(kind, 1.0));
    }

    private static Reading reading(Map<Kind, Double> likelihoods) {
        return new Reading(
                likelihoods,
                kinds -> kinds.stream()
                        .map(kind -> new Reading.Example(kind, "an example of " + kind))
                        .toList());
    }

    private static Classifier model(Supplier<Reading> does) {
        return new Classifier() {
            @Override
            public Reading read(String asked, String said, boolean inSpanish) {
                return does.get();
            }

            @Override
            public String version() {
                return "test";
            }

            @Override
            public void close() {}
        };
    }
}
