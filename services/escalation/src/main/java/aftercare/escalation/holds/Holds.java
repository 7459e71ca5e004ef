package aftercare.escalation.holds;

import static aftercare.escalation.columns.Columns.array;
import static aftercare.escalation.columns.Columns.at;
import static aftercare.escalation.columns.Columns.atOrNull;
import static aftercare.escalation.columns.Columns.instant;
import static aftercare.escalation.columns.Columns.instantOrNull;
import static aftercare.escalation.columns.Columns.patients;
import static aftercare.escalation.columns.Columns.replies;
import static aftercare.escalation.columns.Columns.textOrNull;
import static aftercare.escalation.columns.Columns.uuid;

import aftercare.escalation.facts.Facts;
import aftercare.schemas.EscalationId;
import aftercare.schemas.HoldId;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.StaffId;
import aftercare.schemas.escalation.HoldPlaced;
import aftercare.schemas.escalation.HoldReleased;
import aftercare.schemas.escalation.HoldScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Holds, as this service placed them; {@code messaging} obeys them (S5). Every method belongs to the caller's transaction. */
@Repository
public class Holds {
    private final JdbcClient jdbc;
    private final Facts facts;

    Holds(JdbcClient jdbc, Facts facts) {
        this.jdbc = jdbc;
        this.facts = facts;
    }

    /** Holds everything on a case's line. A case that already holds it keeps the hold it has. */
    public void placeFor(EscalationId escalation, LineId line, List<PatientId> patients, StaffId by, Instant now) {
        if (activeOf(escalation).isPresent()) {
            return;
        }
        var id = HoldId.random();
        jdbc.sql("""
                INSERT INTO hold (id, line_id, patient_ids, escalation_id, scope, placed_by, placed_at)
                VALUES (:id, :line, :patients, :escalation, :scope, :by, :now)
                """)
                .param("id", id.value())
                .param("line", line.value())
                .param("patients", array(patients))
                .param("escalation", escalation.value())
                .param("scope", HoldScope.ALL.name())
                .param("by", by.value())
                .param("now", at(now))
                .update();
        tellPlaced(find(id).orElseThrow(), by, "A case is open", now);
    }

    /** Keeps a case's hold beyond its end, for the replies that caused it. */
    public HoldId keep(
            EscalationId escalation, List<ReplyId> replies, @Nullable Instant until, StaffId by, Instant now) {
        var hold = activeOf(escalation).orElseThrow();
        jdbc.sql("UPDATE hold SET until = :until, reply_ids = :replies::uuid[] WHERE id = :id")
                .param("until", atOrNull(until))
                .param("replies", array(replies))
                .param("id", hold.id().value())
                .update();
        tellPlaced(find(hold.id()).orElseThrow(), by, "Kept when the case was resolved", now);
        return hold.id();
    }

    /** Lets texts go on, or cancels what was held, once the case is over. */
    public void end(EscalationId escalation, List<ReplyId> replies, boolean cancel, StaffId by, Instant now) {
        release(activeOf(escalation).orElseThrow(), replies, cancel, by, now);
    }

    /** A named human releases or cancels a kept hold. */
    public void end(Hold hold, boolean cancel, StaffId by, Instant now) {
        release(hold, hold.replyIds(), cancel, by, now);
    }

    /** A human has read a reply that no case holds. */
    public void letGo(ReplyId reply, LineId line, List<PatientId> patients, StaffId by, Instant now) {
        facts.tell(
                Facts.key(patients, line),
                new HoldReleased(line, patients, List.of(reply), null, null, by, false, now),
                by.value(),
                "reply/" + reply,
                Map.of());
    }

    /** The hold, locked until the end of the transaction. */
    public Optional<Hold> lock(HoldId id) {
        return jdbc.sql("SELECT * FROM hold WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(Holds::toHold)
                .optional();
    }

    /** The latest hold of a case, ended or not. */
    public Optional<Hold> latestOf(EscalationId escalation) {
        return jdbc.sql("SELECT * FROM hold WHERE escalation_id = :escalation ORDER BY placed_at DESC LIMIT 1")
                .param("escalation", escalation.value())
                .query(Holds::toHold)
                .optional();
    }

    private Optional<Hold> activeOf(EscalationId escalation) {
        return jdbc.sql("SELECT * FROM hold WHERE escalation_id = :escalation AND released_at IS NULL FOR UPDATE")
                .param("escalation", escalation.value())
                .query(Holds::toHold)
                .optional();
    }

    private Optional<Hold> find(HoldId id) {
        return jdbc.sql("SELECT * FROM hold WHERE id = :id")
                .param("id", id.value())
                .query(Holds::toHold)
                .optional();
    }

    private void release(Hold hold, List<ReplyId> replies, boolean cancel, StaffId by, Instant now) {
        jdbc.sql("UPDATE hold SET released_by = :by, released_at = :now, cancelled = :cancel WHERE id = :id")
                .param("by", by.value())
                .param("now", at(now))
                .param("cancel", cancel)
                .param("id", hold.id().value())
                .update();
        facts.tell(
                Facts.key(hold.patientIds(), hold.lineId()),
                new HoldReleased(
                        hold.lineId(), hold.patientIds(), replies, hold.escalationId(), hold.id(), by, cancel, now),
                by.value(),
                "hold/" + hold.id(),
                Map.of("cancelled", String.valueOf(cancel)));
    }

    private void tellPlaced(Hold hold, StaffId by, String reason, Instant now) {
        facts.tell(
                Facts.key(hold.patientIds(), hold.lineId()),
                new HoldPlaced(
                        hold.id(),
                        hold.lineId(),
                        hold.patientIds(),
                        hold.escalationId(),
                        hold.scope(),
                        hold.until(),
                        by,
                        reason,
                        now),
                by.value(),
                "hold/" + hold.id(),
                Map.of("reason", reason));
    }

    private static Hold toHold(ResultSet row, int n) throws SQLException {
        var escalation = row.getObject("escalation_id", UUID.class);
        var releasedBy = textOrNull(row, "released_by");
        return new Hold(
                new HoldId(uuid(row, "id")),
                new LineId(uuid(row, "line_id")),
                patients(row, "patient_ids"),
                escalation == null ? null : new EscalationId(escalation),
                replies(row, "reply_ids"),
                HoldScope.valueOf(row.getString("scope")),
                instantOrNull(row, "until"),
                new StaffId(row.getString("placed_by")),
                instant(row, "placed_at"),
                releasedBy == null ? null : new StaffId(releasedBy),
                instantOrNull(row, "released_at"),
                row.getBoolean("cancelled"));
    }
}
