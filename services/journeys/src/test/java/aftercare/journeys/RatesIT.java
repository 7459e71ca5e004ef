package aftercare.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aftercare.platform.access.Role;
import aftercare.schemas.ReplyId;
import aftercare.schemas.messaging.ConsentChannel;
import aftercare.schemas.messaging.OptedOut;
import aftercare.schemas.messaging.Question;
import aftercare.schemas.screening.Answer;
import aftercare.schemas.screening.Ending;
import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.ReplyScreened;
import aftercare.schemas.screening.ScreeningPurpose;
import aftercare.schemas.screening.Versions;
import aftercare.testkit.TestClocks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** How patients took each touchpoint, counted from what went out and what they did then. Every test looks at its own day. */
class RatesIT extends Scene {
    private static final String RATES = "/v1/journeys/rates";

    @BeforeEach
    void a_journey_with_a_question_a_tip_and_a_questionnaire() {
        follow(
                "budget: {perDay: 5, perSessionDay: 5, perWeek: 12}",
                touchpoint(
                        "MOOD",
                        "PT30M",
                        "asks: {form: NUMBER, min: 0, max: 10, riskAnswers: [\"0\"], answerWithin: PT2H}"),
                touchpoint("TIP", "PT30M", "maxAge: P2D"),
                touchpoint("NINE", "PT4H", "asks: {form: INSTRUMENT, instrument: PHQ9, answerWithin: PT3H}"));
    }

    @Test
    void what_was_sent_asked_answered_and_stopped_is_counted_per_touchpoint() {
        var answers = enrolled();
        var silent = enrolled();
        var stops = enrolled();
        var unsent = enrolled();
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(31)));
        for (var patient : List.of(answers, silent, stops)) {
            sent(patient, awaitRequested(patient, "MOOD"));
            sent(patient, awaitRequested(patient, "TIP"));
        }
        awaitRequested(unsent, "MOOD");

        screened(answers, question(answers, "MOOD"), "7", Level.ROUTINE, ScreeningPurpose.LIVE);
        stop(stops, clock.instant());

        awaitRate(
                "MOOD",
                "{\"touchpoint\":\"MOOD\",\"sent\":3,\"asked\":3,\"answered\":1,\"optedOut\":1,\"itemNine\":0}");
        assertThat(rates())
                .contains(
                        "{\"touchpoint\":\"TIP\",\"sent\":3,\"asked\":0,\"answered\":0,\"optedOut\":1,\"itemNine\":0}")
                .doesNotContain("NINE");
    }

    @Test
    void an_answer_in_crisis_counts_as_risk_once_and_a_rescreened_one_never() {
        var patient = enrolled();
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(31)));
        sent(patient, awaitRequested(patient, "MOOD"));
        var asked = question(patient, "MOOD");

        screened(patient, asked, "0", Level.CRISIS, ScreeningPurpose.RESCREEN);
        screened(patient, asked, "0", Level.CRISIS, ScreeningPurpose.LIVE);

        awaitRate(
                "MOOD",
                "{\"touchpoint\":\"MOOD\",\"sent\":1,\"asked\":1,\"answered\":1,\"optedOut\":0,\"itemNine\":1}");
        assertThat(count("risk_answer WHERE question_id = '" + asked.questionId() + "'"))
                .isEqualTo(1);
    }

    @Test
    void item_nine_of_a_questionnaire_counts_for_the_touchpoint_that_asked_it() {
        var patient = enrolled();
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(241)));
        sent(patient, awaitRequested(patient, "NINE"));
        for (int item = 1; item < 9; item++) {
            screened(patient, question(patient, "NINE"), "1", Level.ROUTINE, ScreeningPurpose.LIVE);
            awaitRequested(patient, "NINE", item + 1);
        }
        assertThat(rates())
                .contains(
                        "\"touchpoint\":\"NINE\",\"sent\":1,\"asked\":1,\"answered\":1,\"optedOut\":0,\"itemNine\":0}");

        screened(patient, question(patient, "NINE"), "2", Level.CRISIS, ScreeningPurpose.LIVE);

        awaitRate(
                "NINE",
                "{\"touchpoint\":\"NINE\",\"sent\":1,\"asked\":1,\"answered\":1,\"optedOut\":0,\"itemNine\":1}");
    }

    @Test
    void whoever_stops_a_day_later_did_not_stop_because_of_it() {
        var patient = enrolled();
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(31)));
        sent(patient, awaitRequested(patient, "TIP"));
        TestClocks.forwardTo(service, noon.plus(Duration.ofHours(25)));

        stop(patient, clock.instant());

        assertThat(rates())
                .contains(
                        "{\"touchpoint\":\"TIP\",\"sent\":1,\"asked\":0,\"answered\":0,\"optedOut\":0,\"itemNine\":0}");
    }

    @Test
    void a_span_begins_with_its_first_instant_ends_before_its_last_and_is_thirty_days_where_none_is_named() {
        var patient = enrolled();
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(31)));
        sent(patient, awaitRequested(patient, "TIP"));
        var at = jdbc.sql("SELECT max(requested_at) FROM request WHERE patient_id = :id")
                .param("id", patient.id().value())
                .query((row, number) ->
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .single();

        assertThat(rates(at, at.plusNanos(1000))).contains("\"touchpoint\":\"TIP\",\"sent\":1,");
        assertThat(rates(at.minusSeconds(600), at)).doesNotContain("TIP");
        assertThat(rates(at.plusNanos(1000), at.plusSeconds(600))).doesNotContain("TIP");
        var usual = call(HttpMethod.GET, RATES, null, Role.STAFF).json();
        assertThat(Duration.between(
                        Instant.parse(usual.path("from").asString("")),
                        Instant.parse(usual.path("until").asString(""))))
                .isEqualTo(Duration.ofDays(30));
        assertThat(usual.path("touchpoints").toString()).contains("TIP");
    }

    @Test
    void a_span_that_is_none_is_refused_and_roles_decide() {
        var backwards = call(HttpMethod.GET, RATES + "?from=" + noon + "&until=" + noon, null, Role.STAFF);
        assertThat(backwards.status()).isEqualTo(422);
        assertThat(backwards.body()).contains("ends-first");
        assertThat(call(HttpMethod.GET, RATES + "?from=yesterday", null, Role.STAFF)
                        .status())
                .isEqualTo(400);
        for (var role : new Role[] {Role.STAFF, Role.ADMIN, Role.SERVICE}) {
            assertThat(call(HttpMethod.GET, RATES, null, role).status()).isEqualTo(200);
        }
        for (var role : new Role[] {Role.CLINICIAN, Role.FRONT_DESK, Role.OPERATOR}) {
            assertThat(call(HttpMethod.GET, RATES, null, role).status()).isEqualTo(403);
        }
        assertThat(call(HttpMethod.GET, RATES, null).status()).isEqualTo(401);
    }

    /** The question that was put last. */
    private Question question(Somebody patient, String touchpoint) {
        return Objects.requireNonNull(
                requested(patient, touchpoint).getLast().payload().question());
    }

    private void screened(Somebody patient, Question question, String value, Level level, ScreeningPurpose purpose) {
        var id = UUID.randomUUID();
        topics.publish(
                id,
                patient.line().toString(),
                clock.instant(),
                new ReplyScreened(
                        new ReplyId(UUID.randomUUID()),
                        patient.line(),
                        List.of(patient.id()),
                        level,
                        null,
                        level == Level.ROUTINE ? Ending.ANSWER : null,
                        false,
                        List.of(level == Level.ROUTINE ? "answer" : "risk-answer"),
                        List.of(),
                        List.of(),
                        0,
                        new Answer(question.questionId(), sealer.seal(value, id, "answer")),
                        new Versions("test", "test", null),
                        purpose,
                        clock.instant()));
    }

    /** Until the service knows that the patient stopped texts. */
    private void stop(Somebody patient, Instant at) {
        publish(patient, new OptedOut(patient.id(), patient.line(), ConsentChannel.KEYWORD, at));
        await().atMost(PATIENCE)
                .until(() -> count("fact WHERE patient_id = '" + patient + "' AND body ->> 'granted' = 'false'") == 1);
    }

    private void awaitRate(String touchpoint, String expected) {
        await(touchpoint)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rates()).contains(expected));
    }

    private String rates() {
        return rates(noon, clock.instant().plusSeconds(1));
    }

    private String rates(Instant from, Instant until) {
        var answer = call(HttpMethod.GET, RATES + "?from=" + from + "&until=" + until, null, Role.STAFF);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
