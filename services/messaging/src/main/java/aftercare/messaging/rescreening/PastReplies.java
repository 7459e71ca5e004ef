package aftercare.messaging.rescreening;

import static aftercare.messaging.columns.Columns.array;
import static aftercare.messaging.columns.Columns.at;
import static aftercare.messaging.columns.Columns.instant;
import static aftercare.messaging.columns.Columns.line;

import aftercare.messaging.inbound.EarlierTexts;
import aftercare.messaging.inbound.EarlierTexts.Moment;
import aftercare.messaging.lines.Line;
import aftercare.messaging.lines.Lines;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.Sealed;
import aftercare.schemas.messaging.ReplyReceived;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells a reply once more with everything as it stood when it came: who was on the line, the thread, the open question, the case. */
@Repository
class PastReplies {
    private final JdbcClient jdbc;
    private final Lines lines;
    private final EarlierTexts earlier;
    private final Sealer sealer;

    PastReplies(JdbcClient jdbc, Lines lines, EarlierTexts earlier, Sealer sealer) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.earlier = earlier;
        this.sealer = sealer;
    }

    ReplyReceived of(ReplyId id, UUID event) {
        var reply = find(id);
        var then = new Moment(reply.receivedAt(), reply.no());
        var patients = patients(id);
        return new ReplyReceived(
                id,
                reply.line(),
                patients,
                sealer.seal(sealer.open(reply.text(), id, "text"), event, "text"),
                reply.mediaCount(),
                lines.find(reply.line()).flatMap(Line::language).orElse(null),
                earlier.before(reply.line(), event, then),
                earlier.openQuestion(reply.line(), then).orElse(null),
                caseOpen(reply, patients),
                reply.receivedAt());
    }

    private Past find(ReplyId id) {
        return jdbc.sql("SELECT * FROM reply WHERE id = :id")
                .param("id", id.value())
                .query((row, n) -> new Past(
                        line(row, "line_id"),
                        row.getLong("no"),
                        new Sealed(row.getString("text")),
                        row.getInt("media_count"),
                        instant(row, "received_at")))
                .single();
    }

    private List<PatientId> patients(ReplyId id) {
        return jdbc.sql("SELECT patient_id FROM reply_patient WHERE reply_id = :id ORDER BY patient_id")
                .param("id", id.value())
                .query((row, n) -> new PatientId(row.getString("patient_id")))
                .list();
    }

    /** Of a case only the latest opening and end are known; its first reply says when it began. What is unclear counts as open. */
    private boolean caseOpen(Past reply, List<PatientId> patients) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM escalation e
                                WHERE (e.line_id = :line
                                       OR e.id IN (SELECT escalation_id FROM escalation_patient WHERE patient_id = ANY(:patients)))
                                  AND least(e.opened_at, (SELECT min(joined_at) FROM escalation_reply j
                                                           WHERE j.escalation_id = e.id)) <= :at
                                  AND (e.resolved_at IS NULL OR e.resolved_at > :at))
                """)
                .param("line", reply.line().value())
                .param("patients", array(patients))
                .param("at", at(reply.receivedAt()))
                .query(Boolean.class)
                .single();
    }

    private record Past(LineId line, long no, Sealed text, int mediaCount, Instant receivedAt) {}
}
