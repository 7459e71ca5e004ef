package aftercare.screening.engine;

import static aftercare.screening.engine.Replies.betterOffDead;
import static aftercare.screening.engine.Replies.homeAndOk;
import static aftercare.screening.engine.Replies.mood;
import static aftercare.screening.engine.Replies.reply;
import static aftercare.screening.engine.Replies.thoughtsOfHarm;
import static org.assertj.core.api.Assertions.assertThat;

import aftercare.schemas.screening.Ending;
import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the rules make of replies, without the model. */
class EngineTest {
    private static final Engine ENGINE = Engine.with(Advisor.none());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I keep thinking about killing myself",
                "honestly I'd rather be dead than do another week",
                "I do not want to wake up tomorrow",
                "they would be better off without me",
                "goodbye everyone, thank you for trying",
                "I have enough pills saved up to end it",
                "I cut my thighs again last night",
                "I tried to hang myself on Sunday",
                "my wife says she is going to kill herself",
                "stop texting, I'll be dead by Friday",
                "not suicidal but I wrote a note",
                "I can't promise I'll be safe tonight",
                "I'm going to kill myself haha just kidding",
                "quiero matarme",
                "ya no quiero vivir",
                "me tomé todas las pastillas",
                "我不想活了",
                "je veux mourir",
                "quero morrer",
                "죽고 싶어요",
                "не хочу жить",
                "gusto ko nang mamatay",
                "tôi muốn chết",
                "أريد أن أموت",
                "mwen vle mouri",
                "I have found a way to do it and the pills are here",
                "my last attempt was on Tuesday"
            })
    void evidence_of_risk_is_a_crisis(String text) {
        assertThat(level(text)).isEqualTo(Level.CRISIS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i want to d.i.e",
                "k1ll my5elf",
                "i wanna dieeee",
                "su\u200Bici\u200Bdal again",
                "su*cidal",
                "suicidl thougts",
                "іwanttodie",
                "iwanttokillmyself",
                "🔫",
                "w a n n a d i e"
            })
    void risk_is_seen_through_disguise_and_misspelling(String text) {
        assertThat(level(text)).isEqualTo(Level.CRISIS);
    }

    @Test
    void a_crisis_split_over_three_texts_is_one_thought() {
        var last = reply("myself")
                .afterPatient("i am going", 60)
                .afterPatient("to hang", 20)
                .build();
        assertThat(ENGINE.screen(last).level()).isEqualTo(Level.CRISIS);
    }

    @Test
    void a_joke_after_a_risk_statement_takes_nothing_back() {
        var joke = reply("lol kidding").afterPatient("i wish i was dead", 90).build();
        assertThat(ENGINE.screen(joke).level()).isEqualTo(Level.CRISIS);
    }

    @Test
    void a_text_of_an_hour_ago_is_no_part_of_the_thread() {
        var thanks = reply("Thanks!").afterPatient("i wish i was dead", 3_600).build();
        assertThat(ENGINE.screen(thanks).level()).isEqualTo(Level.ROUTINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I have crushing chest pain",
                "can't breathe since noon",
                "I fainted in the shower",
                "my son ate one of my lozenges",
                "he hit me again last night",
                "I feel like I could hurt my neighbor",
                "me duele mucho el pecho",
                "مرحبا كيف حالك",
                "somebody help me",
                "dizzy and I still can't stand"
            })
    void an_emergency_or_possible_risk_is_for_a_human_now(String text) {
        var verdict = ENGINE.screen(reply(text).build());
        assertThat(verdict.level()).isEqualTo(Level.CONCERN);
        assertThat(verdict.urgency()).isEqualTo(Urgency.NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u2800", "...", "qwrtpsdf", "the purple lamp sings", "🫥"})
    void nothing_is_routine_because_nothing_was_found(String text) {
        assertThat(level(text)).isEqualTo(Level.CONCERN);
    }

    @Test
    void one_word_not_understood_keeps_a_reply_from_being_routine() {
        assertThat(level("Thanks so much")).isEqualTo(Level.ROUTINE);
        assertThat(level("Thanks so much for the zorbing")).isEqualTo(Level.CONCERN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Can I move my appointment to Thursday?",
                "what is my copay",
                "Is coffee ok before the session?",
                "¿A qué hora es mi cita?"
            })
    void a_request_is_routine_and_ends_at_the_front_desk(String text) {
        assertThat(ENGINE.screen(reply(text).build()).ending()).isEqualTo(Ending.REQUEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thank you!!",
                "ok",
                "gracias",
                "Slight headache, gone by dinner",
                "no thoughts of hurting myself, feeling better",
                "👍",
                "Dizzy for about an hour. Fine since."
            })
    void a_courtesy_a_passed_effect_and_a_plain_denial_are_closed(String text) {
        assertThat(ENGINE.screen(reply(text).build()).ending()).isEqualTo(Ending.COURTESY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I was dying of laughter",
                "my phone died",
                "this commute is killing me",
                "took ibuprofen for my headache",
                "Is there another way to reach the nurse before noon?",
                "He brought me a dying plant and we saved it",
                "You can't see me yet, my camera is off",
                "The form stops on the last page"
            })
    void an_idiom_pages_nobody(String text) {
        assertThat(level(text)).isNotEqualTo(Level.CRISIS);
    }

    @Test
    void an_old_episode_told_as_past_is_a_concern() {
        assertThat(level("I attempted suicide years ago, when I was in college"))
                .isEqualTo(Level.CONCERN);
        assertThat(level("I attempted suicide years ago and I want to try again"))
                .isEqualTo(Level.CRISIS);
    }

    @Test
    void a_picture_is_looked_at_by_a_human() {
        assertThat(ENGINE.screen(reply("").withPicture().build()).urgency()).isEqualTo(Urgency.NOW);
        assertThat(ENGINE.screen(reply("thanks").withPicture().build()).level()).isEqualTo(Level.CONCERN);
        assertThat(ENGINE.screen(reply("i want to die").withPicture().build()).level())
                .isEqualTo(Level.CRISIS);
    }

    @Test
    void an_unknown_sender_is_at_least_a_concern() {
        var thanks = ENGINE.screen(reply("thanks").fromStranger().build());
        assertThat(thanks.level()).isEqualTo(Level.CONCERN);
        assertThat(thanks.urgency()).isEqualTo(Urgency.NEXT);
        assertThat(ENGINE.screen(reply("STOP").fromStranger().build()).optOut()).isTrue();
        assertThat(ENGINE.screen(reply("kms").fromStranger().build()).level()).isEqualTo(Level.CRISIS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "7/10", "seven", "7!!", "I'd say 7", "siete", "un 7"})
    void a_number_is_bound_to_the_open_question(String text) {
        var verdict = ENGINE.screen(reply(text).to(mood()).build());
        assertThat(verdict.ending()).isEqualTo(Ending.ANSWER);
        assertThat(verdict.answer()).isEqualTo("7");
    }

    @Test
    void of_a_range_the_worse_number_counts() {
        assertThat(ENGINE.screen(reply("about 6-7").to(mood()).build()).answer())
                .isEqualTo("6");
    }

    @Test
    void a_low_mood_is_a_concern_that_still_carries_its_answer() {
        var verdict = ENGINE.screen(reply("2").to(mood()).build());
        assertThat(verdict.level()).isEqualTo(Level.CONCERN);
        assertThat(verdict.urgency()).isEqualTo(Urgency.SOON);
        assertThat(verdict.answer()).isEqualTo("2");
    }

    @Test
    void a_choice_is_bound_and_another_number_is_not() {
        assertThat(ENGINE.screen(reply("1").to(homeAndOk()).build()).answer()).isEqualTo("1");
        assertThat(ENGINE.screen(reply("5").to(homeAndOk()).build()).answer()).isNull();
    }

    @Test
    void a_number_beside_risk_is_a_crisis() {
        assertThat(ENGINE.screen(reply("7 but I want to die").to(mood()).build())
                        .level())
                .isEqualTo(Level.CRISIS);
    }

    @Test
    void an_answer_that_its_question_declares_as_risk_is_a_crisis() {
        assertThat(ENGINE.screen(reply("1").to(betterOffDead()).build()).level())
                .isEqualTo(Level.CRISIS);
        assertThat(ENGINE.screen(reply("yes").to(thoughtsOfHarm()).build()).level())
                .isEqualTo(Level.CRISIS);
        assertThat(ENGINE.screen(reply("sometimes").to(thoughtsOfHarm()).build())
                        .level())
                .isEqualTo(Level.CRISIS);
        assertThat(ENGINE.screen(reply("👍").to(thoughtsOfHarm()).build()).level())
                .isEqualTo(Level.CRISIS);
        assertThat(ENGINE.screen(reply("0").to(betterOffDead()).build()).ending())
                .isEqualTo(Ending.ANSWER);
        assertThat(ENGINE.screen(reply("no").to(thoughtsOfHarm()).build()).answer())
                .isEqualTo("NO");
    }

    @Test
    void words_that_do_not_answer_a_question_about_risk_are_for_a_human_now() {
        assertThat(ENGINE.screen(reply("thanks").to(thoughtsOfHarm()).build()).urgency())
                .isEqualTo(Urgency.NOW);
    }

    @Test
    void where_no_question_is_declared_the_clinics_text_says_what_yes_means() {
        var asksRisk = "Have you had thoughts of hurting yourself since your visit?";
        var asksRide = "Do you have a ride home on Friday?";
        assertThat(ENGINE.screen(reply("yes").afterClinic(asksRisk).build()).level())
                .isEqualTo(Level.CRISIS);
        assertThat(ENGINE.screen(reply("no").afterClinic(asksRisk).build()).level())
                .isEqualTo(Level.ROUTINE);
        assertThat(ENGINE.screen(reply("yes").afterClinic(asksRide).build()).level())
                .isEqualTo(Level.ROUTINE);
    }

    @Test
    void the_direction_of_a_safety_scale_counts() {
        var howSafe = "How safe do you feel tonight, from 0 to 10?";
        assertThat(ENGINE.screen(reply("2").afterClinic(howSafe).build()).level())
                .isEqualTo(Level.CRISIS);
        assertThat(ENGINE.screen(reply("10").afterClinic(howSafe).build()).level())
                .isEqualTo(Level.ROUTINE);
        var urge = "How strong is your urge to hurt yourself, 0 to 10?";
        assertThat(ENGINE.screen(reply("2").afterClinic(urge).build()).level()).isEqualTo(Level.CRISIS);
        assertThat(ENGINE.screen(reply("0").afterClinic(urge).build()).level()).isEqualTo(Level.ROUTINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "stop.",
                "Stop stop",
                "UNSUBSCRIBE",
                "please stop texting me",
                "no more messages please",
                "ya no me manden mensajes"
            })
    void a_wish_for_no_more_texts_is_an_opt_out_without_a_case(String text) {
        var verdict = ENGINE.screen(reply(text).build());
        assertThat(verdict.level()).isEqualTo(Level.ROUTINE);
        assertThat(verdict.ending()).isEqualTo(Ending.KEYWORD);
        assertThat(verdict.optOut()).isTrue();
    }

    @Test
    void an_opt_out_stands_apart_from_the_level() {
        var risk = ENGINE.screen(reply("STOP texting me, I want to die").build());
        assertThat(risk.level()).isEqualTo(Level.CRISIS);
        assertThat(risk.optOut()).isTrue();
        var anger = ENGINE.screen(reply("stop texting me you scammers").build());
        assertThat(anger.level()).isEqualTo(Level.CONCERN);
        assertThat(anger.optOut()).isTrue();
    }

    @Test
    void a_bare_keyword_is_routine_unless_risk_is_near() {
        assertThat(ENGINE.screen(reply("HELP").build()).ending()).isEqualTo(Ending.KEYWORD);
        assertThat(ENGINE.screen(reply("START").whileCaseIsOpen().build()).level())
                .isEqualTo(Level.ROUTINE);
        assertThat(ENGINE.screen(reply("HELP").whileCaseIsOpen().build()).level())
                .isEqualTo(Level.CRISIS);
        assertThat(ENGINE.screen(reply("END").whileCaseIsOpen().build()).level())
                .isEqualTo(Level.CRISIS);
        assertThat(ENGINE.screen(reply("HELP").afterPatient("i want to die", 60).build())
                        .level())
                .isEqualTo(Level.CRISIS);
    }

    @Test
    void a_verdict_points_at_the_words_and_names_none_of_them() {
        var verdict = ENGINE.screen(reply("Hi. I wаnt to diе 💔").build());
        assertThat(verdict.evidence()).anySatisfy(place -> {
            assertThat(place.rule()).isEqualTo("wish-to-die");
            assertThat("Hi. I wаnt to diе 💔".substring(place.start(), place.end()))
                    .contains("diе");
        });
        assertThat(verdict.reasons()).isNotEmpty().noneMatch(reason -> reason.contains("💔"));
    }

    @Test
    void a_text_of_any_length_and_shape_gets_a_verdict_in_time() {
        assertThat(level("e" + "\u0301".repeat(1_600))).isNotNull();
        assertThat(level("i want to die ".repeat(110))).isEqualTo(Level.CRISIS);
        assertThat(level("not ".repeat(400))).isEqualTo(Level.CONCERN);
        assertThat(level("thanks ".repeat(1_000))).isEqualTo(Level.CONCERN);
        assertThat(level("\uD83D")).isEqualTo(Level.CONCERN);
    }

    private static Level level(String text) {
        return ENGINE.screen(reply(text).build()).level();
    }
}
