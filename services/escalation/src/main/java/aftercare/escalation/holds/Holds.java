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

    /** Holds everything on one of a case's lines, and for everyone it is about. A hold that is there is widened where somebody is new. */
    public void placeFor(EscalationId escalation, LineId line, List<PatientId> patients, StaffId by, Instant now) {
        activeOf(escalation).stream()
                .filter(hold -> hold.lineId().equals(line))
                .findFirst()
                .ifPresentOrElse(
                        hold -> widen(hold, patients, by, now), () -> place(escalation, line, patients, by, now));
    }

    private void widen(Hold hold, List<PatientId> patients, StaffId by, Instant now) {
        if (hold.patientIds().containsAll(patients)) {
            return;
        }
        jdbc.sql("UPDATE hold SET patient_ids = :patients WHERE id = :id")
                .param("patients", array(patients))
                .param("id", hold.id().value())
                .update();
        tellPlaced(find(hold.id()).orElseThrow(), by, "The case is about more patients", now);
    }

    private void place(EscalationId escalation, LineId line, List<PatientId> patients, StaffId by, Instant now) {
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

    /** Keeps a case's holds beyond its end, for the replies that caused them. */
    public List<Hold> keep(
            EscalationId escalation, List<ReplyId> replies, @Nullable Instant until, StaffId by, Instant now) {
        return activeOf(escalation).stream()
                .map(hold -> keep(hold, replies, until, by, now))
                .toList();
    }

    private Hold keep(Hold hold, List<ReplyId> replies, @Nullable Instant until, StaffId by, Instant now) {
        jdbc.sql("UPDATE hold SET until = :until, reply_ids = :replies::uuid[] WHERE id = :id")
                .param("until", atOrNull(until))
                .param("replies", array(replies))
                .param("id", hold.id().value())
                .update();
        var kept = find(hold.id()).orElseThrow();
        tellPlaced(kept, by, "Kept when the case was resolved", now);
        return kept;
    }

    /** Lets texts go on, or cancels what was held, once the case is over. */
    public void end(EscalationId escalation, List<ReplyId> replies, boolean cancel, StaffId by, Instant now) {
        activeOf(escalation).forEach(hold -> release(hold, replies, cancel, by, now));
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

    /** Whoever let a reply go takes it back: the line is held as that reply had held it. */
    public HoldId takeBack(
            ReplyId reply, LineId line, List<PatientId> patients, HoldScope scope, StaffId by, Instant now) {
        var id = HoldId.random();
        jdbc.sql("""
                INSERT INTO hold (id, line_id, patient_ids, reply_ids, scope, placed_by, placed_at)
                VALUES (:id, :line, :patients, :replies::uuid[], :scope, :by, :now)
                """)
                .param("id", id.value())
                .param("line", line.value())
                .param("patients", array(patients))
                .param("replies", array(List.of(reply)))
                .param("scope", scope.name())
                .param("by", by.value())
                .param("now", at(now))
                .update();
        tellPlaced(find(id).orElseThrow(), by, "A reply that was let go is to be read again", now);
        return id;
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
        return jdbc.sql("SELECT * FROM hold WHERE escalation_id = :escalation ORDER BY placed_at DESC, id LIMIT 1")
                .param("escalation", escalation.value())
                .query(Holds::toHold)
                .optional();
    }

    /** Those that have lasted since {@code before} and that nobody has released, the oldest first. */
    public List<Hold> activeSince(Instant before) {
        return jdbc.sql("""
                SELECT * FROM hold
                 WHERE released_at IS NULL AND placed_at <= :before
                   AND NOT EXISTS (SELECT FROM escalation e WHERE e.id = hold.escalation_id AND e.origin <> 'PATIENT')
                 ORDER BY placed_at, id
                """).param("before", at(before)).query(Holds::toHold).list();
    }

    public Optional<Instant> oldestActive() {
        return jdbc.sql("SELECT min(placed_at) AS oldest FROM hold WHERE released_at IS NULL")
                .query((row, n) -> Optional.ofNullable(instantOrNull(row, "oldest")))
                .single();
    }

    private List<Hold> activeOf(EscalationId escalation) {
        return jdbc.sql("""
                SELECT * FROM hold WHERE escalation_id = :escalation AND released_at IS NULL ORDER BY placed_at, id FOR UPDATE
                """)
                .param("escalation", escalation.value())
                .query(Holds::toHold)
                .list();
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
