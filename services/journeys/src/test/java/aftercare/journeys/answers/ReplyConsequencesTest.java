package aftercare.journeys.answers;

import static org.assertj.core.api.Assertions.assertThat;

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
import aftercare.journeys.wording.Texts;
import aftercare.journeys.wording.Wording;
import aftercare.schemas.PatientId;
import aftercare.schemas.QuestionId;
import aftercare.schemas.clinic.VisitKind;
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
    void a_routine_answer_is_kept_and_answered() {
        var one = reply(Level.ROUTINE, Ending.ANSWER, "1");

        assertThat(one.isAnswered()).isTrue();
        assertThat(one.answer()).isPresent();
        assertThat(one.request()).isEmpty();
    }

    @Test
    void a_wish_for_a_call_is_a_request() {
        assertThat(reply(Level.ROUTINE, Ending.ANSWER, "2").request()).contains("CALL_ME");
    }

    @ParameterizedTest
    @EnumSource(value = Level.class, names = "ROUTINE", mode = EnumSource.Mode.EXCLUDE)
    void nothing_but_routine_is_answered_by_a_machine(Level level) {
        assertThat(reply(level, null, "1").answer()).isEmpty();
        assertThat(reply(level, null, "2").request()).isEmpty();
    }

    @Test
    void the_answer_within_a_concern_is_kept_for_whoever_reads_it_and_a_crisis_is_not_parsed() {
        assertThat(reply(Level.CONCERN, null, "1").isAnswered()).isTrue();
        assertThat(reply(Level.CRISIS, null, "1").isAnswered()).isFalse();
    }

    @Test
    void a_question_of_the_patients_own_becomes_a_request_named_by_its_category() {
        var request = new ReplyConsequences(Level.ROUTINE, Ending.REQUEST, List.of("scheduling"), null, null);
        var unnamed = new ReplyConsequences(Level.ROUTINE, Ending.REQUEST, List.of(), null, null);

        assertThat(request.request()).contains("SCHEDULING");
        assertThat(unnamed.request()).contains("QUESTION");
    }

    @Test
    void a_courtesy_has_no_consequences() {
        var thanks = new ReplyConsequences(Level.ROUTINE, Ending.COURTESY, List.of(), null, null);

        assertThat(thanks.isAnswered()).isFalse();
        assertThat(thanks.answer()).isEmpty();
        assertThat(thanks.request()).isEmpty();
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

    private static ReplyConsequences reply(Level level, @Nullable Ending ending, String value) {
        var question = new AskedQuestion(
                QuestionId.random(), new PatientId("p"), UUID.randomUUID(), eveningCheck(), "en", NEW_YORK);
        return new ReplyConsequences(level, ending, List.of(), question, value);
    }

    private static Touchpoint eveningCheck() {
        return new Touchpoint(
                "T10",
                "Same-evening check",
                Purpose.CHECK_IN,
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
