package aftercare.journeys.dispatch;

import static java.time.ZoneOffset.UTC;

import aftercare.journeys.planning.PlannedTouchpoint;
import aftercare.schemas.MessageId;
import aftercare.schemas.QuestionId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every message that messaging was ever asked for, and the touchpoint it says. */
@Repository
class Requests {
    private final JdbcClient jdbc;

    Requests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(MessageId message, PlannedTouchpoint touchpoint, @Nullable QuestionId question, Instant now) {
        jdbc.sql("""
                        INSERT INTO request (message_id, touchpoint_id, patient_id, question_id, requested_at)
                        VALUES (:message, :touchpoint, :patient, :question, :now)
                        """)
                .param("message", message.value())
                .param("touchpoint", touchpoint.id())
                .param("patient", touchpoint.patientId().value())
                .param("question", question == null ? null : question.value())
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** None for a text that no touchpoint asked for, such as the answer to a reply. */
    Optional<UUID> touchpointOf(MessageId message) {
        return jdbc.sql("SELECT touchpoint_id FROM request WHERE message_id = :message")
                .param("message", message.value())
                .query(UUID.class)
                .optional();
    }
}
