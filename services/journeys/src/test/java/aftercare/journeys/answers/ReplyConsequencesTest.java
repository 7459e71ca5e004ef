package aftercare.journeys.answers;

import static aftercare.journeys.answers.ReplyConsequences.UNCLEAR;
import static org.assertj.core.api.Assertions.assertThat;

import aftercare.journeys.answers.ReplyEnd.Answered;
import aftercare.journeys.answers.ReplyEnd.AskedAgain;
import aftercare.journeys.answers.ReplyEnd.ByKeyword;
import aftercare.journeys.answers.ReplyEnd.Courtesy;
import aftercare.journeys.answers.ReplyEnd.Owned;
import aftercare.journeys.answers.ReplyEnd.WithHumans;
import aftercare.journeys.definition.Anchor;
import aftercare.journeys.definition.AskForm;
import aftercare.journeys.definition.Asks;
import aftercare.journeys.definition.Conditions;
import aftercare.journeys.definition.Offset;
import aftercare.journeys.definition.OncePer;
import aftercare.journeys.definition.SendHours;
import aftercare.journeys.definition.Timing;
import aftercare.journeys.definition.Touchpoint;
import aftercare.journeys.definition.WhenClosed;
import aftercare.journeys.questionnaires.Shape;
import aftercare.journeys.wording.Texts;
import aftercare.journeys.wording.Wording;
import aftercare.schemas.PatientId;
import aftercare.schemas.QuestionId;
import aftercare.schemas.clinic.VisitKind;
import aftercare.schemas.messaging.AnswerForm;
import aftercare.schemas.messaging.Purpose;
import aftercare.schemas.messaging.Window;
import aftercare.schemas.screening.Ending;
import aftercare.schemas.screening.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReplyConsequencesTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void a_routine_answer_is_kept_and_is_its_end() {
        var one = bound(Level.ROUTINE, Ending.ANSWER, "1");

        assertThat(one.isAnswered()).isTrue();
        assertThat(one.end())
                .isInstanceOfSatisfying(
                        Answered.class,
                        answered -> assertThat(answered.request()).isNull());
    }

    @Test
    void a_wish_for_a_call_is_an_answer_that_asks_for_somebody() {
        assertThat(bound(Level.ROUTINE, Ending.ANSWER, "2").end())
                .isInstanceOfSatisfying(
                        Answered.class,
                        answered -> assertThat(answered.request()).isEqualTo("CALL_ME"));
    }

    @ParameterizedTest
    @EnumSource(value = Level.class, names = "ROUTINE", mode = EnumSource.Mode.EXCLUDE)
    void nothing_but_routine_ends_without_humans(Level level) {
        assertThat(bound(level, null, "1").end()).isEqualTo(new WithHumans());
        assertThat(bound(level, null, "1").onlyTopic()).isEmpty();
    }

    @Test
    void the_answer_within_a_concern_is_kept_for_whoever_reads_it_and_a_crisis_is_not_parsed() {
        assertThat(bound(Level.CONCERN, null, "1").isAnswered()).isTrue();
        assertThat(bound(Level.CRISIS, null, "1").isAnswered()).isFalse();
    }

    @Test
    void an_answer_to_a_question_that_is_not_known_or_not_asked_so_has_an_owner() {
        var unknown = new ReplyConsequences(Level.ROUTINE, Ending.ANSWER, List.of(), null, "7", null, false);

        assertThat(unknown.end()).isEqualTo(new Owned(UNCLEAR));
        assertThat(bound(Level.ROUTINE, Ending.ANSWER, "9").end()).isEqualTo(new Owned(UNCLEAR));
        assertThat(bound(Level.ROUTINE, Ending.ANSWER, "9").isAnswered()).isFalse();
    }

    @Test
    void a_request_is_owned_under_its_first_topic() {
        assertThat(request("scheduling", "request").end()).isEqualTo(new Owned("SCHEDULING"));
        assertThat(request("request").end()).isEqualTo(new Owned("REQUEST"));
        assertThat(request().end()).isEqualTo(new Owned("QUESTION"));
    }

    @Test
    void only_a_request_about_one_thing_may_be_answered_by_a_fixed_text() {
        assertThat(request("request", "address").onlyTopic()).contains("ADDRESS");
        assertThat(request("request", "address", "scheduling").onlyTopic()).isEmpty();
        assertThat(request("request").onlyTopic()).isEmpty();
    }

    @Test
    void friendly_words_are_a_courtesy_where_nothing_waits_for_an_answer() {
        assertThat(friendly(null, false).end()).isEqualTo(new Courtesy());
        assertThat(friendly(asked(Purpose.LOGISTICS, mood(false), false), false).end())
                .isEqualTo(new Courtesy());
    }

    @Test
    void a_check_in_is_put_once_more_and_then_it_is_for_a_human() {
        var first = asked(Purpose.CHECK_IN, mood(false), false);

        assertThat(friendly(first, false).end()).isEqualTo(new AskedAgain(first));
        assertThat(friendly(asked(Purpose.CHECK_IN, mood(false), true), false).end())
                .isEqualTo(new Owned(UNCLEAR));
    }

    @Test
    void nothing_is_asked_again_while_texts_are_held_nor_when_it_asks_about_risk() {
        assertThat(friendly(asked(Purpose.CHECK_IN, mood(false), false), true).end())
                .isEqualTo(new Owned(UNCLEAR));
        assertThat(friendly(asked(Purpose.CHECK_IN, mood(true), false), false).end())
                .isEqualTo(new Owned(UNCLEAR));
    }

    @Test
    void a_keyword_is_messagings_to_answer_and_a_routine_reply_without_an_ending_is_owned() {
        assertThat(new ReplyConsequences(Level.ROUTINE, Ending.KEYWORD, List.of(), null, null, null, false).end())
                .isEqualTo(new ByKeyword());
        assertThat(new ReplyConsequences(Level.ROUTINE, null, List.of(), null, null, null, false).end())
                .isInstanceOf(Owned.class);
    }

    @Test
    void an_answer_goes_within_two_hours_and_never_into_the_night() {
        var day = Instant.parse("2026-02-20T17:00:00Z");
        var evening = Instant.parse("2026-02-21T01:30:00Z");
        var night = Instant.parse("2026-02-21T02:00:00Z");
        var early = Instant.parse("2026-02-20T12:59:00Z");

        assertThat(ReplyConsequences.answerWindow(day, NEW_YORK))
                .contains(new Window(day, day.plus(Duration.ofHours(2))));
        assertThat(ReplyConsequences.answerWindow(evening, NEW_YORK))
                .contains(new Window(evening, Instant.parse("2026-02-21T02:00:00Z")));
        assertThat(ReplyConsequences.answerWindow(night, NEW_YORK)).isEmpty();
        assertThat(ReplyConsequences.answerWindow(early, NEW_YORK)).isEmpty();
    }

    @Test
    void the_next_item_waits_for_the_morning_as_long_as_it_is_asked_for_until_then() {
        var night = Instant.parse("2026-02-21T03:00:00Z");
        var eight = Instant.parse("2026-02-21T13:00:00Z");

        assertThat(ReplyConsequences.nextWindow(night, NEW_YORK, eight.plus(Duration.ofHours(1))))
                .contains(new Window(eight, eight.plus(Duration.ofHours(1))));
        assertThat(ReplyConsequences.nextWindow(night, NEW_YORK, eight)).isEmpty();
    }

    private static ReplyConsequences bound(Level level, @Nullable Ending ending, String value) {
        return new ReplyConsequences(
                level, ending, List.of(), asked(Purpose.CHECK_IN, homeAndOk(), false), value, null, false);
    }

    private static ReplyConsequences request(String... categories) {
        return new ReplyConsequences(Level.ROUTINE, Ending.REQUEST, List.of(categories), null, null, null, false);
    }

    private static ReplyConsequences friendly(@Nullable AskedQuestion open, boolean held) {
        return new ReplyConsequences(Level.ROUTINE, Ending.COURTESY, List.of("courtesy"), null, null, open, held);
    }

    private static Shape homeAndOk() {
        return new Shape(AnswerForm.CHOICE, List.of("1", "2"), null, null, 0, 0, false, List.of());
    }

    private static Shape mood(boolean asksAboutRisk) {
        return new Shape(AnswerForm.NUMBER, List.of(), null, null, 0, 10, asksAboutRisk, List.of());
    }

    private static AskedQuestion asked(Purpose purpose, Shape shape, boolean again) {
        return new AskedQuestion(
                new QuestionId(new UUID(1, 1)),
                new PatientId("p"),
                new UUID(2, 2),
                touchpoint(purpose),
                "en",
                NEW_YORK,
                shape,
                null,
                null,
                again,
                Instant.parse("2026-02-21T12:00:00Z"));
    }

    private static Touchpoint touchpoint(Purpose purpose) {
        return new Touchpoint(
                "T10",
                "Same-evening check",
                purpose,
                95,
                Set.of(VisitKind.SESSION),
                new Timing(
                        Anchor.COMPLETED,
                        Offset.parse("PT3H"),
                        null,
                        null,
                        SendHours.parse("17:00-20:00"),
                        null,
                        Timing.ANY_DAY,
                        null,
                        null,
                        OncePer.DAY,
                        false,
                        Duration.ofDays(1),
                        null,
                        false,
                        WhenClosed.GO),
                Conditions.NONE,
                new Wording(new Texts(Map.of("en", "OK?")), null, Map.of()),
                new Asks(
                        AskForm.CHOICE,
                        List.of("1", "2"),
                        null,
                        null,
                        0,
                        0,
                        null,
                        false,
                        List.of(),
                        Duration.ofHours(20),
                        Map.of("2", "CALL_ME")),
                null,
                null,
                Map.of("1", new Texts(Map.of("en", "Thank you."))),
                false,
                false,
                Set.of());
    }
}
