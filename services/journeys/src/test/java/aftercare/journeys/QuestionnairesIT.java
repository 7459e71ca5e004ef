package aftercare.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aftercare.schemas.HoldId;
import aftercare.schemas.StaffId;
import aftercare.schemas.escalation.HoldPlaced;
import aftercare.schemas.escalation.HoldScope;
import aftercare.schemas.journeys.CheckInMissed;
import aftercare.schemas.journeys.StaffNeeded;
import aftercare.schemas.messaging.AnswerForm;
import aftercare.schemas.screening.Level;
import aftercare.testkit.TestClocks;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Questionnaires as they are asked item by item, stopped and reminded of. */
class QuestionnairesIT extends Asking {
    @Test
    void a_questionnaire_is_asked_item_by_item_and_scored_when_every_item_is_answered() {
        agreeTo(question("Q9", "PT30M", "form: INSTRUMENT, instrument: PHQ9, answerWithin: PT3H"));
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(31)));
        var first = awaitRequested("Q9", 1);
        assertThat(text(first)).contains("1/9 Little interest or pleasure in doing things. 0 Not at all");
        assertThat(first.payload().window().closesAt()).isBefore(noon.plus(Duration.ofMinutes(62)));
        sent(first);

        var asked = first;
        for (int item = 1; item <= 9; item++) {
            var question = Objects.requireNonNull(asked.payload().question());
            assertThat(question.form()).isEqualTo(AnswerForm.NUMBER);
            assertThat(question.max()).isEqualTo(3);
            assertThat(question.asksAboutRisk()).isEqualTo(item == 9);
            var reply = answer(question, item == 9 ? "0" : "2");
            if (item < 9) {
                asked = awaitRequested("Q9", item + 1);
                assertThat(asked.payload().answersReplyId()).isEqualTo(reply);
                assertThat(text(asked)).startsWith((item + 1) + "/9 ").contains("988");
            }
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(scores())
                        .contains("\"scale\":\"PHQ9\"", "\"value\":16", "\"band\":\"moderately severe\"")
                        .contains("44261-6", "44260-8", "LA6570-1", "\"state\":\"SCORED\"", "phq-9/1999/us"));
        assertThat(requested("Q9")).hasSize(9);
        assertThat(jdbc.sql("SELECT value FROM score WHERE patient_id = :id")
                        .param("id", patient.value())
                        .query(String.class)
                        .single())
                .hasSizeGreaterThan(20);
    }

    @Test
    void a_reply_that_is_not_routine_ends_it_and_nothing_more_is_asked() {
        agreeTo(question("Q9", "PT30M", "form: INSTRUMENT, instrument: PHQ9, answerWithin: PT3H"));
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(31)));
        var first = awaitRequested("Q9", 1);
        sent(first);

        verdict(Level.CRISIS, null, List.of("risk-answer"), first.payload().question(), "1");
        awaitStopped("CRISIS");
        TestClocks.forwardTo(service, noon.plus(Duration.ofHours(6)));
        awaitQuiet();

        assertThat(requested("Q9")).hasSize(1);
        assertThat(topics.facts(StaffNeeded.class, patient.value())).isEmpty();
        assertThat(scores()).doesNotContain("\"scale\"");
    }

    @Test
    void a_hold_ends_it_too() {
        agreeTo(question("Q9", "PT30M", "form: INSTRUMENT, instrument: PHQ9, answerWithin: PT3H"));
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(31)));
        sent(awaitRequested("Q9", 1));

        publish(
                somebody,
                new HoldPlaced(
                        new HoldId(UUID.randomUUID()),
                        somebody.line(),
                        List.of(patient),
                        null,
                        HoldScope.ALL,
                        null,
                        new StaffId("rosa"),
                        "spoke with them",
                        clock.instant()));

        awaitStopped("HELD");
    }

    @Test
    void the_question_about_risk_left_unanswered_is_a_task_for_today() {
        agreeTo(question("Q9", "PT30M", "form: INSTRUMENT, instrument: PHQ9, answerWithin: PT3H"));
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(31)));
        var asked = awaitRequested("Q9", 1);
        sent(asked);
        for (int item = 1; item < 9; item++) {
            answer(Objects.requireNonNull(asked.payload().question()), "0");
            asked = awaitRequested("Q9", item + 1);
        }

        TestClocks.forwardTo(service, noon.plus(Duration.ofHours(5)));

        assertThat(topics.await(StaffNeeded.class, patient.value()).reason()).isEqualTo("RISK_ITEM_UNANSWERED");
        awaitStopped("NOT_IN_TIME");
    }

    @Test
    void nothing_that_asks_about_risk_goes_out_while_nobody_is_surely_on_call() {
        ESCALATION.covers(false);
        agreeTo(question("Q9", "PT30M", "form: INSTRUMENT, instrument: PHQ9, answerWithin: PT3H"));

        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(31)));

        var needed = topics.await(StaffNeeded.class, patient.value());
        assertThat(needed.reason()).isEqualTo("NO_ONE_ON_CALL");
        assertThat(needed.touchpoint()).isEqualTo("Q9");
        awaitQuiet();
        assertThat(requested("Q9")).isEmpty();
        assertThat(get("/v1/patients/" + patient + "/plan")).contains("NO_ONE_ON_CALL");
        assertThat(topics.facts(StaffNeeded.class, patient.value())).hasSize(1);
    }

    @Test
    void one_that_asks_nothing_about_risk_asks_nobody() {
        ESCALATION.covers(false);
        agreeTo(question("Q2", "PT30M", "form: INSTRUMENT, instrument: PHQ2, answerWithin: PT20H"));
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(31)));
        var first = awaitRequested("Q2", 1);
        sent(first);

        answer(Objects.requireNonNull(first.payload().question()), "2");
        answer(Objects.requireNonNull(awaitRequested("Q2", 2).payload().question()), "1");

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(scores()).contains("\"value\":3", "\"band\":\"at or above the cut-off\""));
    }

    @Test
    void a_reminder_asks_it_from_the_start_in_the_first_ones_place() {
        agreeTo(question("Q2", "PT30M", "form: INSTRUMENT, instrument: PHQ2, answerWithin: PT5H")
                + "    reminder: {after: PT2H}\n    silence: {by: \"17:50\", then: TASK, taskFor: ALWAYS}\n");
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(31)));
        sent(awaitRequested("Q2", 1));
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(152)));
        var reminder = awaitRequested("Q2", 2);
        awaitStopped("REMINDED");
        sent(reminder);

        answer(Objects.requireNonNull(reminder.payload().question()), "1");
        answer(Objects.requireNonNull(awaitRequested("Q2", 3).payload().question()), "1");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(scores()).contains("\"scale\":\"PHQ2\"", "\"value\":2"));

        TestClocks.forwardTo(service, noon.plus(Duration.ofHours(9)));
        awaitQuiet();
        assertThat(topics.facts(CheckInMissed.class, patient.value())).isEmpty();
    }
}
