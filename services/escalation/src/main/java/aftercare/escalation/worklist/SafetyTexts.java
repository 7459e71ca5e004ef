package aftercare.escalation.worklist;

import static aftercare.escalation.columns.Columns.at;
import static aftercare.escalation.columns.Columns.uuid;

import aftercare.schemas.LineId;
import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;
import aftercare.schemas.messaging.MessageRequested;
import aftercare.schemas.messaging.MessageUndelivered;
import java.sql.Types;
import java.time.Instant;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Texts whose loss is a task: the safety texts, and whatever a colleague typed. The request and the receipt come by two topics and in either order. */
@Repository
class SafetyTexts {
    private static final Set<String> TOUCHPOINTS = Set.of("T10", "T11");
    private static final String TYPED = "TYPED";

    private final JdbcClient jdbc;
    private final WorkList workList;

    SafetyTexts(JdbcClient jdbc, WorkList workList) {
        this.jdbc = jdbc;
        this.workList = workList;
    }

    void requested(MessageRequested request) {
        if (!TOUCHPOINTS.contains(request.touchpoint())) {
            return;
        }
        jdbc.sql("""
                INSERT INTO safety_text (message_id, patient_id, touchpoint) VALUES (:message, :patient, :touchpoint)
                ON CONFLICT (message_id) DO UPDATE SET touchpoint = excluded.touchpoint
                """)
                .param("message", request.messageId().value())
                .param("patient", request.patientId().value())
                .param("touchpoint", request.touchpoint())
                .update();
    }

    void undelivered(MessageUndelivered receipt) {
        jdbc.sql("""
                INSERT INTO safety_text (message_id, patient_id, touchpoint, line_id, undelivered_at)
                VALUES (:message, :patient, :touchpoint, :line, :at)
                ON CONFLICT (message_id) DO UPDATE
                   SET line_id = excluded.line_id, undelivered_at = excluded.undelivered_at,
                       touchpoint = coalesce(safety_text.touchpoint, excluded.touchpoint)
                """)
                .param("message", receipt.messageId().value())
                .param("patient", receipt.patientId().value())
                .param("touchpoint", receipt.typedBy() == null ? null : TYPED, Types.VARCHAR)
                .param("line", receipt.lineId().value())
                .param("at", at(receipt.at()))
                .update();
    }

    /** Adds a task for a safety text that came back, once both facts are known. */
    void addTaskIfLost(MessageId message, Instant now) {
        jdbc.sql("""
                SELECT patient_id, touchpoint, line_id FROM safety_text
                 WHERE message_id = :message AND touchpoint IS NOT NULL AND undelivered_at IS NOT NULL
                   FOR UPDATE
                """)
                .param("message", message.value())
                .query((row, n) -> new Lost(
                        row.getString("patient_id"), row.getString("touchpoint"), new LineId(uuid(row, "line_id"))))
                .optional()
                .ifPresent(lost -> workList.undelivered(
                        message.toString(), new PatientId(lost.patient()), lost.line(), lost.touchpoint(), now));
    }

    private record Lost(String patient, String touchpoint, LineId line) {}
}
