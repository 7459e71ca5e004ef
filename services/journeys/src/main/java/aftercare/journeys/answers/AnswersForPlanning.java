package aftercare.journeys.answers;

import aftercare.journeys.planning.AnswersGiven;
import aftercare.journeys.planning.GivenAnswer;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.PatientId;
import aftercare.schemas.Sealed;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A patient's answers by the touchpoint that asked; of a questionnaire, its score. */
@Repository
class AnswersForPlanning implements AnswersGiven {
    private final JdbcClient jdbc;
    private final Sealer sealer;

    AnswersForPlanning(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    @Override
    public List<GivenAnswer> of(PatientId patient) {
        return jdbc.sql("""
                        SELECT a.id, a.touchpoint, coalesce(r.touchpoint_id, f.touchpoint_id) AS touchpoint_id, a.value,
                               a.answered_at
                          FROM answer a
                          LEFT JOIN request r ON r.question_id = a.question_id
                          LEFT JOIN further_question f ON f.question_id = a.question_id
                         WHERE a.patient_id = :patient AND a.questionnaire_id IS NULL
                           AND coalesce(r.touchpoint_id, f.touchpoint_id) IS NOT NULL
                        UNION ALL
                        SELECT s.id, s.touchpoint, q.touchpoint_id, s.value, s.scored_at
                          FROM score s JOIN questionnaire q ON q.id = s.questionnaire_id
                         WHERE s.patient_id = :patient
                         ORDER BY answered_at, id
                        """)
                .param("patient", patient.value())
                .query((row, number) -> new GivenAnswer(
                        row.getString("touchpoint"),
                        row.getObject("touchpoint_id", UUID.class),
                        sealer.open(new Sealed(row.getString("value")), row.getObject("id", UUID.class), "value"),
                        row.getObject("answered_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
