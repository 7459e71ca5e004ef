package aftercare.messaging.threads;

import static aftercare.messaging.columns.Columns.instant;
import static aftercare.messaging.columns.Columns.uuid;

import aftercare.schemas.PatientId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits to be sent to a patient. */
@Repository
class Queues {
    private final JdbcClient jdbc;

    Queues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<QueuedText> of(PatientId patient) {
        return jdbc.sql("""
                SELECT id, touchpoint, purpose, opens_at, closes_at FROM message
                 WHERE patient_id = :patient AND state = 'QUEUED' ORDER BY opens_at, id
                """)
                .param("patient", patient.value())
                .query((row, n) -> new QueuedText(
                        uuid(row, "id"),
                        row.getString("touchpoint"),
                        row.getString("purpose"),
                        instant(row, "opens_at"),
                        instant(row, "closes_at")))
                .list();
    }
}
