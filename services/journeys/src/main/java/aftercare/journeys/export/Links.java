package aftercare.journeys.export;

import aftercare.schemas.PatientId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which text says which touchpoint, and which reply answers which text. */
@Repository
class Links {
    private final JdbcClient jdbc;

    Links(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of one patient's texts. */
    record Found(Map<UUID, UUID> touchpointOfMessage, Map<UUID, UUID> messageOfReply) {
        Found {
            touchpointOfMessage = Map.copyOf(touchpointOfMessage);
            messageOfReply = Map.copyOf(messageOfReply);
        }

        @Nullable
        UUID touchpointOf(UUID message) {
            return touchpointOfMessage.get(message);
        }

        @Nullable
        UUID messageOf(UUID reply) {
            return messageOfReply.get(reply);
        }
    }

    Found of(PatientId patient) {
        return new Found(pairs("""
                        SELECT message_id, touchpoint_id FROM request WHERE patient_id = :patient
                        UNION ALL
                        SELECT message_id, touchpoint_id FROM further_question WHERE patient_id = :patient
                        """, patient), pairs("""
                        SELECT reply_id, asked.message_id
                          FROM answer JOIN (SELECT question_id, message_id FROM request
                                            UNION ALL
                                            SELECT question_id, message_id FROM further_question) asked USING (question_id)
                         WHERE patient_id = :patient
                        """, patient));
    }

    private Map<UUID, UUID> pairs(String sql, PatientId patient) {
        var pairs = new HashMap<UUID, UUID>();
        jdbc.sql(sql).param("patient", patient.value()).query(row -> {
            pairs.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
        });
        return pairs;
    }
}
