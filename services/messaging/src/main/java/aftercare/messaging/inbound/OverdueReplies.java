package aftercare.messaging.inbound;

import static aftercare.messaging.columns.Columns.at;
import static aftercare.messaging.columns.Columns.instant;
import static aftercare.messaging.columns.Columns.line;
import static aftercare.messaging.columns.Columns.uuid;

import aftercare.platform.audit.Audit;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the replies nobody has read in time (S2). It needs PostgreSQL and nothing else. */
@Service
class OverdueReplies {
    private final JdbcClient jdbc;
    private final Audit audit;

    OverdueReplies(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** A reply without a level. */
    record Overdue(ReplyId replyId, LineId lineId, List<PatientId> patientIds, Instant receivedAt) {}

    /**
     * Marks them UNSCREENED, which holds everything until a human lets go, and names all that still have no level, however often asked. A
     * reply that a human has let go needs no further watch.
     *
     * @param now clinic time
     * @param machineNow machine time, by which they are overdue
     */
    @Transactional
    public List<Overdue> mark(Duration olderThan, Instant now, Instant machineNow) {
        // One row lock each is enough: without a level the gate is closed already, and a verdict updates the same row.
        var marked = jdbc.sql("""
                UPDATE reply SET unscreened_at = :now
                 WHERE id IN (SELECT id FROM reply
                               WHERE level IS NULL AND unscreened_at IS NULL AND taken_at <= :since
                               ORDER BY id FOR UPDATE SKIP LOCKED)
                RETURNING id
                """)
                .param("now", at(now))
                .param("since", at(machineNow.minus(olderThan)))
                .query((row, n) -> new ReplyId(uuid(row, "id")))
                .list();
        marked.forEach(reply -> audit.record(
                now,
                "service:messaging",
                "ReplyUnscreened",
                "reply/" + reply,
                Map.of("rule", "S2", "olderThan", olderThan.toString())));
        return withoutLevel();
    }

    private List<Overdue> withoutLevel() {
        return jdbc.sql("""
                SELECT r.id, r.line_id, r.received_at,
                       coalesce((SELECT string_agg(patient_id, E'\\n' ORDER BY patient_id) FROM reply_patient
                                  WHERE reply_id = r.id), '') AS patients
                  FROM reply r
                 WHERE r.level IS NULL AND r.unscreened_at IS NOT NULL
                   AND NOT EXISTS (SELECT 1 FROM release let
                                    WHERE let.at >= r.unscreened_at
                                      AND (let.reply_id = r.id
                                           OR EXISTS (SELECT 1 FROM escalation_reply joined
                                                       WHERE joined.escalation_id = let.escalation_id
                                                         AND joined.reply_id = r.id AND joined.joined_at <= let.at)))
                 ORDER BY r.taken_at
                """)
                .query((row, n) -> new Overdue(
                        new ReplyId(uuid(row, "id")),
                        line(row, "line_id"),
                        patients(row.getString("patients")),
                        instant(row, "received_at")))
                .list();
    }

    private static List<PatientId> patients(String lines) {
        return Stream.of(lines.split("\n", -1))
                .filter(id -> !id.isEmpty())
                .map(PatientId::new)
                .toList();
    }
}
