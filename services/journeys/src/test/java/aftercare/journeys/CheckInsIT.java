package aftercare.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aftercare.platform.access.Role;
import aftercare.schemas.StaffId;
import aftercare.schemas.journeys.CheckInMissed;
import aftercare.schemas.journeys.LowMoodFound;
import aftercare.schemas.journeys.RequestRaised;
import aftercare.schemas.messaging.MessageSkipped;
import aftercare.schemas.messaging.SkipReason;
import aftercare.schemas.screening.Ending;
import aftercare.schemas.screening.Level;
import aftercare.testkit.TestClocks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.json.JsonMapper;

/** Questions as they are asked, answered, left unanswered and asked again. */
class CheckInsIT extends Asking {
    @Test
    void a_mood_that_fell_is_told_once_and_stands_on_the_list() {
        agreeTo(
                question("M1", "PT30M", "form: NUMBER, min: 0, max: 10, answerWithin: PT20H"),
                question("M2", "PT24H", "form: NUMBER, min: 0, max: 10, answerWithin: PT20H"));
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(31)));
        var first = awaitRequested("M1", 1);
        sent(first);
        answer(Objects.requireNonNull(first.payload().question()), "9");
        TestClocks.forwardTo(service, noon.plus(Duration.ofHours(25)));
        var second = awaitRequested("M2", 1);
        sent(second);

        answer(Objects.requireNonNull(second.payload().question()), "4");

        assertThat(topics.await(LowMoodFound.class, patient.value()).rules()).containsExactly("MOOD_DROP");
        assertThat(get("/v1/patient-lists/fallen?limit=200")).contains(patient.value(), "MOOD_DROP");
        assertThat(get("/v1/patients/" + patient + "/text-reasons"))
                .contains("\"kind\":\"PLANNED\"", "\"touchpoint\":\"M1\"");
    }

    @Test
    void a_low_mood_that_is_a_concern_is_kept_and_told_by_its_concern_alone() {
        agreeTo(question("M1", "PT30M", "form: NUMBER, min: 0, max: 10, answerWithin: PT20H"));
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(31)));
        var asked = awaitRequested("M1", 1);
        sent(asked);

        verdict(Level.CONCERN, null, List.of("low-mood"), asked.payload().question(), "2");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(scores()).contains("\"value\":2"));
        assertThat(topics.facts(LowMoodFound.class, patient.value())).isEmpty();
        assertThat(get("/v1/patient-lists/fallen?limit=200")).contains(patient.value());
    }

    @Test
    void an_unclear_answer_is_asked_for_once_more_and_then_the_front_desk_has_it() {
        agreeTo(question("M1", "PT30M", "form: NUMBER, min: 0, max: 10, answerWithin: PT20H"));
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(31)));
        sent(awaitRequested("M1", 1));

        verdict(Level.ROUTINE, Ending.COURTESY, List.of("courtesy"), null, null);
        var again = awaitRequested("M1", 2);
        assertThat(text(again)).contains("one number from 0 to 10").contains("988");
        assertThat(Objects.requireNonNull(again.payload().question()).max()).isEqualTo(10);
        assertThat(topics.facts(RequestRaised.class, patient.value())).isEmpty();

        verdict(Level.ROUTINE, Ending.COURTESY, List.of("courtesy"), null, null);
        assertThat(topics.await(RequestRaised.class, patient.value()).topic()).isEqualTo("UNCLEAR_ANSWER");
        assertThat(requested("M1")).hasSize(2);
    }

    @Test
    void an_answer_to_the_question_asked_again_counts() {
        agreeTo(question("M1", "PT30M", "form: NUMBER, min: 0, max: 10, answerWithin: PT20H"));
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(31)));
        sent(awaitRequested("M1", 1));
        verdict(Level.ROUTINE, Ending.COURTESY, List.of("courtesy"), null, null);

        answer(Objects.requireNonNull(awaitRequested("M1", 2).payload().question()), "6");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(scores()).contains("\"value\":6"));
        assertThat(topics.facts(RequestRaised.class, patient.value())).isEmpty();
    }

    @Test
    void silence_is_a_task_after_a_low_score_and_a_note_otherwise() {
        agreeTo(
                question("M1", "PT30M", "form: NUMBER, min: 0, max: 10, answerWithin: PT20H"),
                question("M2", "PT24H", "form: NUMBER, min: 0, max: 10, answerWithin: PT20H")
                        + "    silence: {by: \"20:00\", then: NOTE}\n");
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(31)));
        var first = awaitRequested("M1", 1);
        sent(first);
        answer(Objects.requireNonNull(first.payload().question()), "3");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(scores()).contains("\"value\":3"));
        TestClocks.forwardTo(service, noon.plus(Duration.ofHours(25)));
        sent(awaitRequested("M2", 1));

        TestClocks.forwardTo(service, noon.plus(Duration.ofHours(33)));

        assertThat(topics.await(CheckInMissed.class, patient.value()).touchpoint())
                .isEqualTo("M2");
        assertThat(get("/v1/patient-lists/silent?limit=200")).contains(patient.value());
    }

    @Test
    void who_is_due_next_stands_on_the_list_with_the_first_text_that_goes() {
        agreeTo(
                question("M1", "PT2H", "form: NUMBER, min: 0, max: 10, answerWithin: PT20H"),
                question("M2", "PT24H", "form: NUMBER, min: 0, max: 10, answerWithin: PT20H"));

        var rows = JsonMapper.shared()
                .readTree(get("/v1/patient-lists/due?limit=200"))
                .get("rows");

        assertThat(rows)
                .filteredOn(row -> row.get("patientId").asString().equals(patient.value()))
                .singleElement()
                .satisfies(row -> assertThat(row.get("what").toString()).isEqualTo("[\"M1\"]"))
                .satisfies(row ->
                        assertThat(Instant.parse(row.get("at").asString())).isEqualTo(noon.plus(Duration.ofHours(2))));
    }

    @Test
    void a_fixed_text_answers_once_a_day_and_then_a_human_does() {
        assertThat(fixedAnswer("{clinic} is at 12 Harbor Street.", Role.ADMIN)).startsWith("204");
        assertThat(fixedAnswer("Ketamine is at 12 Harbor Street.", Role.ADMIN))
                .startsWith("422")
                .contains("lock screen");
        assertThat(fixedAnswer("x", Role.STAFF)).startsWith("403");
        agreeTo();

        var reply = verdict(Level.ROUTINE, Ending.REQUEST, List.of("request", "address"), null, null);

        var said = awaitRequested("ADDRESS", 1);
        assertThat(text(said)).isEqualTo("Harbor Clinic is at 12 Harbor Street.");
        assertThat(said.payload().answersReplyId()).isEqualTo(reply);
        assertThat(topics.await(RequestRaised.class, patient.value()).answeredBy())
                .isEqualTo(new StaffId("ada"));

        verdict(Level.ROUTINE, Ending.REQUEST, List.of("request", "address"), null, null);
        verdict(Level.ROUTINE, Ending.REQUEST, List.of("request", "address", "billing"), null, null);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topics.facts(RequestRaised.class, patient.value()))
                        .hasSize(3));
        assertThat(topics.facts(RequestRaised.class, patient.value()))
                .filteredOn(raised -> raised.answeredBy() == null)
                .hasSize(2);
        assertThat(requested("ADDRESS")).hasSize(1);

        publish(somebody, new MessageSkipped(said.payload().messageId(), patient, SkipReason.HELD, clock.instant()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topics.facts(RequestRaised.class, patient.value()))
                        .filteredOn(raised ->
                                raised.answeredBy() == null && raised.replyId().equals(reply))
                        .hasSize(1));
    }

    /** The answer's status and body. */
    private String fixedAnswer(String words, Role role) {
        var answer = call(
                HttpMethod.PUT,
                "/v1/fixed-answers/ADDRESS",
                "{\"en\":\"" + words + "\",\"es\":\"{clinic} esta en 12 Harbor Street.\",\"enabled\":true}",
                role);
        return answer.status() + " " + answer.body();
    }
}
