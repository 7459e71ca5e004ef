package aftercare.screening.engine;

import static aftercare.screening.engine.Replies.betterOffDead;
import static aftercare.screening.engine.Replies.mood;
import static aftercare.screening.engine.Replies.reply;
import static org.assertj.core.api.Assertions.assertThat;

import aftercare.schemas.screening.Ending;
import aftercare.schemas.screening.Level;
import aftercare.screening.answers.OpenQuestion;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What patients write to check-ins, as the shipped engine reads it. */
class CheckInAnswersTest {
    private static final Engine ENGINE = Engine.with(Advisor.shipped(Duration.ofSeconds(30)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "2",
                "3",
                "3/3",
                "1/3",
                "several days",
                "Several days.",
                "1 several days",
                "varios dias",
                "Varios días",
                "more than half the days",
                "más de la mitad de los días",
                "nearly every day",
                "casi todos los días",
                "uno",
                "two",
                "2!!",
                "maybe 1",
                "sometimes",
                "1-2"
            })
    void anything_above_not_at_all_to_the_ninth_item_is_a_crisis(String text) {
        assertThat(ENGINE.screen(reply(text).to(betterOffDead()).build()).level())
                .isEqualTo(Level.CRISIS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0/3",
                "zero",
                "cero",
                "not at all",
                "Not at all!",
                "0 not at all",
                "ningun dia",
                "Ningún día",
                "para nada"
            })
    void not_at_all_to_the_ninth_item_is_its_answer(String text) {
        var verdict = ENGINE.screen(reply(text).to(betterOffDead()).build());

        assertThat(verdict.level()).isEqualTo(Level.ROUTINE);
        assertThat(verdict.ending()).isEqualTo(Ending.ANSWER);
        assertThat(verdict.answer()).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "no", "ok", "what do you mean", "skip", "0 but I wish I was"})
    void what_does_not_answer_the_ninth_item_is_never_routine(String text) {
        assertThat(ENGINE.screen(reply(text).to(betterOffDead()).build()).level())
                .isNotEqualTo(Level.ROUTINE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | 7",
                "7/10 | 7",
                "seven | 7",
                "about 6-7 | 6",
                "7!! | 7",
                "como un 6 | 6",
                "siete | 7",
                "un siete | 7",
                "7 out of 10 | 7",
                "siete de diez | 7",
                "entre 6 y 7 | 6",
                "diria un 8 | 8",
                "6 o 7 | 6",
                "hoy un 5 | 5",
                "mi animo es 6 | 6",
                "10/10 | 10",
                "diez | 10",
                "I'd say a 4 | 4",
                "maybe a 5 today | 5",
                "3 | 3",
                "3/10 | 3"
            })
    void a_mood_is_read_however_it_is_written(String text, String value) {
        var verdict = ENGINE.screen(reply(text).to(mood()).build());

        assertThat(verdict.answer()).isEqualTo(value);
        assertThat(verdict.ending()).isEqualTo(Ending.ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"11", "7 8 9", "15/10", "meh", "better", "4 pills", "I took 6"})
    void what_is_no_mood_is_not_taken_for_one(String text) {
        assertThat(ENGINE.screen(reply(text).to(mood()).build()).answer()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"C | C", "c! | C", "yes | C", "si | C", "sí | C"})
    void a_visit_is_confirmed_by_its_letter_or_a_yes(String text, String value) {
        var verdict = ENGINE.screen(reply(text).to(choice("C")).build());

        assertThat(verdict.ending()).isEqualTo(Ending.ANSWER);
        assertThat(verdict.answer()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Y | Y", "yes | Y", "yes please | Y", "sí | Y", "n | N", "no | N", "nope | N"})
    void yes_and_no_are_read_in_both_languages(String text, String value) {
        assertThat(ENGINE.screen(reply(text).to(choice("Y", "N")).build()).answer())
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1 | 1", "2! | 2", "a 2 | 2", "uno | 1", "un 2 | 2"})
    void side_effects_are_graded(String text, String value) {
        assertThat(ENGINE.screen(reply(text).to(choice("1", "2", "3")).build()).answer())
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what's the address? | address", "where is the clinic? | address", "are you open on saturday? | hours",
                "what time do you open? | hours", "can I move thursday? | scheduling",
                        "how much is my copay? | billing",
                "¿cuál es la dirección? | address", "a que hora abren? | hours", "puedo cambiar mi cita? | scheduling"
            })
    void a_request_says_what_it_is_about(String text, String topic) {
        var verdict = ENGINE.screen(reply(text).build());

        assertThat(verdict.ending()).as(verdict.toString()).isEqualTo(Ending.REQUEST);
        assertThat(verdict.categories()).contains(topic);
    }

    @Test
    void a_topic_changes_no_level() {
        assertThat(ENGINE.screen(reply("what's your address? I want to mail you my goodbye letter before I end it")
                                .build())
                        .level())
                .isEqualTo(Level.CRISIS);
    }

    @ParameterizedTest
    @CsvSource({"yes,1", "Yes!,1", "si,1", "yep,1", "no,2", "nope,2", "1,1", "2,2"})
    void a_plain_yes_or_no_is_the_choice_that_the_question_says_it_stands_for(String text, String answer) {
        var question = new OpenQuestion(OpenQuestion.Form.CHOICE, List.of("1", "2"), "1", "2", 0, 0, false, List.of());

        assertThat(ENGINE.screen(reply(text).to(question).build()).answer()).isEqualTo(answer);
    }

    @Test
    void a_yes_that_says_more_is_no_plain_one() {
        var question = new OpenQuestion(OpenQuestion.Form.CHOICE, List.of("1", "2"), "1", "2", 0, 0, false, List.of());

        assertThat(ENGINE.screen(
                        reply("yes but I want it all to end").to(question).build()))
                .satisfies(verdict -> assertThat(verdict.answer()).isNull())
                .satisfies(verdict -> assertThat(verdict.level()).isNotEqualTo(Level.ROUTINE));
    }

    private static OpenQuestion choice(String... choices) {
        return new OpenQuestion(OpenQuestion.Form.CHOICE, List.of(choices), null, null, 0, 0, false, List.of());
    }
}
