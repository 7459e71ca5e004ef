package aftercare.journeys;

import static org.awaitility.Awaitility.await;

import aftercare.platform.access.Role;
import aftercare.platform.events.Received;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.messaging.MessageRequested;
import aftercare.schemas.messaging.Question;
import aftercare.schemas.screening.Answer;
import aftercare.schemas.screening.Ending;
import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.ReplyScreened;
import aftercare.schemas.screening.ScreeningPurpose;
import aftercare.schemas.screening.Urgency;
import aftercare.schemas.screening.Versions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/** Questions to a patient of its own for each test. */
abstract class Asking extends Scene {
    final Somebody somebody = Somebody.once();
    final PatientId patient = somebody.id();

    static String question(String code, String offset, String asks) {
        return touchpoint(code, offset, "asks: {" + asks + "}");
    }

    /** The patient has agreed, in a journey with the opt-in text and these questions. */
    void agreeTo(String... questions) {
        follow("", questions);
        consents(somebody);
        sent(awaitRequested("T01", 1));
    }

    void sent(Received<MessageRequested> request) {
        sent(somebody, request);
    }

    List<Received<MessageRequested>> requested(String touchpoint) {
        return requested(somebody, touchpoint);
    }

    Received<MessageRequested> awaitRequested(String touchpoint, int times) {
        return awaitRequested(somebody, touchpoint, times);
    }

    ReplyId answer(Question question, String value) {
        return verdict(Level.ROUTINE, Ending.ANSWER, List.of("answer"), question, value);
    }

    ReplyId verdict(
            Level level,
            @Nullable Ending ending,
            List<String> categories,
            @Nullable Question question,
            @Nullable String value) {
        var id = UUID.randomUUID();
        var reply = new ReplyId(UUID.randomUUID());
        topics.publish(
                id,
                somebody.line().toString(),
                clock.instant(),
                new ReplyScreened(
                        reply,
                        somebody.line(),
                        List.of(patient),
                        level,
                        level == Level.CONCERN ? Urgency.SOON : null,
                        ending,
                        false,
                        categories,
                        List.of(),
                        List.of(),
                        0,
                        question == null || value == null
                                ? null
                                : new Answer(question.questionId(), sealer.seal(value, id, "answer")),
                        new Versions("test", "test", null),
                        ScreeningPurpose.LIVE,
                        clock.instant()));
        return reply;
    }

    String text(Received<MessageRequested> request) {
        return sealer.open(request.payload().text(), request.id(), "text");
    }

    void awaitStopped(String reason) {
        await("stopped for " + reason)
                .atMost(PATIENCE)
                .until(() -> jdbc.sql("SELECT reason FROM questionnaire WHERE patient_id = :id AND state = 'STOPPED'")
                        .param("id", patient.value())
                        .query(String.class)
                        .list()
                        .contains(reason));
    }

    String scores() {
        return get("/v1/patients/" + patient + "/scores");
    }

    /** As staff see it. */
    String get(String path) {
        return call(HttpMethod.GET, path, null, Role.STAFF).body();
    }
}
