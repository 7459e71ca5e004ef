package aftercare.journeys.answers;

import static java.time.ZoneOffset.UTC;

import aftercare.journeys.definition.Asks;
import aftercare.journeys.definition.Touchpoint;
import aftercare.journeys.facts.Fact.PatientSeen;
import aftercare.journeys.facts.Facts;
import aftercare.journeys.planning.JourneyOf;
import aftercare.journeys.planning.PlannedTouchpoint;
import aftercare.journeys.planning.Touchpoints;
import aftercare.journeys.questionnaires.Run;
import aftercare.journeys.questionnaires.Runs;
import aftercare.journeys.questionnaires.Shape;
import aftercare.journeys.wording.Texts;
import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;
import aftercare.schemas.QuestionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The questions that were put to patients: those of touchpoints, and those that followed from a reply. */
@Repository
class Questions {
    private final JdbcClient jdbc;
    private final Touchpoints touchpoints;
    private final JourneyOf journeyOf;
    private final Facts facts;
    private final Runs runs;

    Questions(JdbcClient jdbc, Touchpoints touchpoints, JourneyOf journeyOf, Facts facts, Runs runs) {
        this.jdbc = jdbc;
        this.touchpoints = touchpoints;
        this.journeyOf = journeyOf;
        this.facts = facts;
        this.runs = runs;
    }

    /** To whom a question was put; none for one that is not ours. */
    Optional<PatientId> askedOf(QuestionId question) {
        return jdbc.sql("""
                        SELECT patient_id FROM request WHERE question_id = :question
                        UNION ALL
                        SELECT patient_id FROM further_question WHERE question_id = :question
                        """)
                .param("question", question.value())
                .query((row, number) -> new PatientId(row.getString("patient_id")))
                .optional();
    }

    Optional<AskedQuestion> find(QuestionId question) {
        return jdbc.sql("SELECT message_id, touchpoint_id, requested_at FROM request WHERE question_id = :question")
                .param("question", question.value())
                .query((row, number) -> new First(
                        question,
                        row.getObject("message_id", UUID.class),
                        row.getObject("touchpoint_id", UUID.class),
                        instant(row, "requested_at")))
                .optional()
                .flatMap(this::asked)
                .or(() -> further(question));
    }

    private record First(QuestionId id, UUID message, UUID touchpoint, Instant at) {}

    private Optional<AskedQuestion> asked(First first) {
        var planned = touchpoints.withId(first.touchpoint());
        var run = runs.find(first.message());
        return touchpoint(planned)
                .filter(touchpoint -> touchpoint.asks() != null)
                .map(touchpoint -> asked(
                        first.id(),
                        planned,
                        touchpoint,
                        run.orElse(null),
                        run.isPresent() ? 1 : null,
                        false,
                        run.map(Run::expiresAt)
                                .orElseGet(
                                        () -> first.at().plus(asks(touchpoint).answerWithin()))));
    }

    private Optional<AskedQuestion> further(QuestionId question) {
        return jdbc.sql("SELECT * FROM further_question WHERE question_id = :question")
                .param("question", question.value())
                .query((row, number) -> further(row))
                .optional()
                .flatMap(this::asked);
    }

    /** A question that followed from a reply, as it stands in the table. */
    record Further(
            QuestionId id,
            MessageId message,
            UUID touchpoint,
            @Nullable UUID questionnaire,
            @Nullable Integer item,
            boolean again,
            Instant askedAt,
            Instant openUntil) {}

    private Optional<AskedQuestion> asked(Further further) {
        var planned = touchpoints.withId(further.touchpoint());
        var questionnaire = further.questionnaire();
        return touchpoint(planned)
                .filter(touchpoint -> touchpoint.asks() != null)
                .map(touchpoint -> asked(
                        further.id(),
                        planned,
                        touchpoint,
                        questionnaire == null ? null : runs.find(questionnaire).orElseThrow(),
                        further.item(),
                        further.again(),
                        further.openUntil()));
    }

    private AskedQuestion asked(
            QuestionId id,
            PlannedTouchpoint planned,
            Touchpoint touchpoint,
            @Nullable Run run,
            @Nullable Integer item,
            boolean again,
            Instant openUntil) {
        var shape = run == null || item == null ? Shape.of(asks(touchpoint)) : Shape.of(run.questionnaire(), item);
        return new AskedQuestion(
                id,
                planned.patientId(),
                planned.id(),
                touchpoint,
                run == null ? languageOf(planned.patientId()) : run.language(),
                planned.zone(),
                shape,
                item,
                run == null ? null : run.id(),
                again,
                openUntil);
    }

    private static Asks asks(Touchpoint touchpoint) {
        return java.util.Objects.requireNonNull(touchpoint.asks());
    }

    private Optional<Touchpoint> touchpoint(PlannedTouchpoint planned) {
        return journeyOf.patient(planned.patientId()).journey().touchpoint(planned.touchpoint());
    }

    String languageOf(PatientId patient) {
        return facts.historyOf(patient).patient().map(PatientSeen::language).orElse(Texts.ENGLISH);
    }

    Optional<ZoneId> zoneOf(PatientId patient) {
        return facts.historyOf(patient).patient().map(PatientSeen::zone);
    }

    void add(
            AskedQuestion asked, QuestionId id, MessageId message, @Nullable Integer item, boolean again, Instant now) {
        jdbc.sql("""
                        INSERT INTO further_question (question_id, message_id, patient_id, touchpoint_id, questionnaire_id, item, again,
                                                      asked_at, open_until)
                        VALUES (:question, :message, :patient, :touchpoint, :questionnaire, :item, :again, :now, :until)
                        """)
                .param("question", id.value())
                .param("message", message.value())
                .param("patient", asked.patientId().value())
                .param("touchpoint", asked.touchpointId())
                .param("questionnaire", asked.questionnaireId())
                .param("item", item)
                .param("again", again)
                .param("now", now.atOffset(UTC))
                .param("until", asked.openUntil().atOffset(UTC))
                .update();
    }

    /** The newest question that the patient got and has not answered, while it is waited for. */
    Optional<AskedQuestion> openOf(PatientId patient, Instant now) {
        return newestOf(patient).stream()
                .flatMap(id -> find(id).stream())
                .filter(question -> question.isOpen(now))
                .findFirst()
                .filter(question -> !isAnswered(question.id()));
    }

    private List<QuestionId> newestOf(PatientId patient) {
        return jdbc.sql("""
                        SELECT question_id, requested_at AS asked_at FROM request r
                          JOIN touchpoint t ON t.id = r.touchpoint_id AND t.message_id = r.message_id
                         WHERE r.patient_id = :patient AND r.question_id IS NOT NULL
                           AND t.state IN ('SENDING', 'UNCERTAIN', 'SENT', 'DELIVERED')
                        UNION ALL
                        SELECT question_id, asked_at FROM further_question WHERE patient_id = :patient
                         ORDER BY asked_at DESC LIMIT 3
                        """)
                .param("patient", patient.value())
                .query((row, number) -> new QuestionId(row.getObject("question_id", UUID.class)))
                .list();
    }

    private boolean isAnswered(QuestionId question) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM answer WHERE question_id = :question)")
                .param("question", question.value())
                .query(Boolean.class)
                .single();
    }

    /** The question of a touchpoint's present message. */
    Optional<QuestionId> askedBy(PlannedTouchpoint touchpoint) {
        MessageId message = touchpoint.messageId();
        return message == null
                ? Optional.empty()
                : jdbc.sql("SELECT question_id FROM request WHERE message_id = :message AND question_id IS NOT NULL")
                        .param("message", message.value())
                        .query(UUID.class)
                        .optional()
                        .map(QuestionId::new);
    }

    /** The further question that a message asks. */
    Optional<Further> furtherBy(MessageId message) {
        return jdbc.sql("SELECT * FROM further_question WHERE message_id = :message")
                .param("message", message.value())
                .query((row, number) -> further(row))
                .optional();
    }

    private static Further further(ResultSet row) throws SQLException {
        return new Further(
                new QuestionId(row.getObject("question_id", UUID.class)),
                new MessageId(row.getObject("message_id", UUID.class)),
                row.getObject("touchpoint_id", UUID.class),
                row.getObject("questionnaire_id", UUID.class),
                row.getObject("item", Integer.class),
                row.getBoolean("again"),
                instant(row, "asked_at"),
                instant(row, "open_until"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
