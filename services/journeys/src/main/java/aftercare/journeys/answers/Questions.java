package aftercare.journeys.answers;

import aftercare.journeys.definition.Journeys;
import aftercare.journeys.facts.Fact.PatientSeen;
import aftercare.journeys.facts.Facts;
import aftercare.journeys.planning.PlannedTouchpoint;
import aftercare.journeys.planning.Touchpoints;
import aftercare.journeys.wording.Texts;
import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;
import aftercare.schemas.QuestionId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The questions that were put to patients. */
@Repository
class Questions {
    private final JdbcClient jdbc;
    private final Touchpoints touchpoints;
    private final Journeys journeys;
    private final Facts facts;

    Questions(JdbcClient jdbc, Touchpoints touchpoints, Journeys journeys, Facts facts) {
        this.jdbc = jdbc;
        this.touchpoints = touchpoints;
        this.journeys = journeys;
        this.facts = facts;
    }

    /** To whom a question was put; none for one that is not ours. */
    Optional<PatientId> askedOf(QuestionId question) {
        return jdbc.sql("SELECT patient_id FROM request WHERE question_id = :question")
                .param("question", question.value())
                .query((row, number) -> new PatientId(row.getString("patient_id")))
                .optional();
    }

    Optional<AskedQuestion> find(QuestionId question) {
        return jdbc.sql("SELECT touchpoint_id FROM request WHERE question_id = :question")
                .param("question", question.value())
                .query(UUID.class)
                .optional()
                .flatMap(id -> asked(question, touchpoints.withId(id)));
    }

    private Optional<AskedQuestion> asked(QuestionId question, PlannedTouchpoint planned) {
        var language = facts.historyOf(planned.patientId())
                .patient()
                .map(PatientSeen::language)
                .orElse(Texts.ENGLISH);
        return journeys.current()
                .journey()
                .touchpoint(planned.touchpoint())
                .map(touchpoint -> new AskedQuestion(
                        question, planned.patientId(), planned.id(), touchpoint, language, planned.zone()));
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
}
