package aftercare.messaging.threads;

import static aftercare.messaging.columns.Columns.instant;
import static aftercare.messaging.columns.Columns.textOrNull;
import static aftercare.messaging.columns.Columns.uuid;
import static aftercare.messaging.columns.Columns.uuidOrNull;

import aftercare.platform.sealing.Sealer;
import aftercare.schemas.PatientId;
import aftercare.schemas.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A patient's texts both ways, sent or skipped, and consent entries. */
@Repository
class Timelines {
    private static final String ENTRIES = """
            SELECT r.id, 'TEXT' AS kind, r.received_at AS at, 'PATIENT' AS sender, r.text AS words, 'RECEIVED' AS status,
                   coalesce(r.level, CASE WHEN r.unscreened_at IS NOT NULL THEN 'UNSCREENED' END) AS level,
                   NULL AS touchpoint, NULL AS reason, NULL AS who, r.no AS no,
                   NULL::uuid AS answers_reply_id,
                   EXISTS (SELECT FROM reply_patient other
                            WHERE other.reply_id = r.id AND other.patient_id <> p.patient_id) AS shared
              FROM reply r JOIN reply_patient p ON p.reply_id = r.id WHERE p.patient_id = :patient
            UNION ALL
            SELECT id, 'TEXT', coalesce(sending_at, settled_at), 'CLINIC', text, state, NULL, touchpoint, skip_reason, author,
                   coalesce(sending_no, 0), answers_reply_id, false
              FROM message
             WHERE coalesce(sending_at, settled_at) IS NOT NULL
               AND (patient_id = :patient
                    OR answers_reply_id IN (SELECT reply_id FROM reply_patient WHERE patient_id = :patient))
            UNION ALL
            SELECT id, 'CONSENT', at, NULL, reason, kind, NULL, NULL, via, who, no, NULL, false
              FROM consent_entry WHERE patient_id = :patient
             ORDER BY at, no
            """;

    private final JdbcClient jdbc;
    private final Sealer sealer;

    Timelines(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    List<TimelineEntry> of(PatientId patient) {
        return jdbc.sql(ENTRIES)
                .param("patient", patient.value())
                .query((row, n) -> toEntry(row))
                .list();
    }

    private TimelineEntry toEntry(ResultSet row) throws SQLException {
        var id = uuid(row, "id");
        var kind = row.getString("kind");
        var words = textOrNull(row, "words");
        var field = kind.equals("TEXT") ? "text" : "reason";
        return new TimelineEntry(
                id,
                kind,
                instant(row, "at"),
                textOrNull(row, "sender"),
                words == null ? null : sealer.open(new Sealed(words), id, field),
                row.getString("status"),
                textOrNull(row, "level"),
                textOrNull(row, "touchpoint"),
                textOrNull(row, "reason"),
                textOrNull(row, "who"),
                uuidOrNull(row, "answers_reply_id"),
                row.getBoolean("shared"));
    }
}
