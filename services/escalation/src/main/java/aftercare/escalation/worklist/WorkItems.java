package aftercare.escalation.worklist;

import static aftercare.escalation.columns.Columns.array;
import static aftercare.escalation.columns.Columns.at;
import static aftercare.escalation.columns.Columns.instant;
import static aftercare.escalation.columns.Columns.instantOrNull;
import static aftercare.escalation.columns.Columns.patients;
import static aftercare.escalation.columns.Columns.textOrNull;
import static aftercare.escalation.columns.Columns.texts;
import static aftercare.escalation.columns.Columns.uuid;

import aftercare.platform.sealing.Sealer;
import aftercare.schemas.EscalationId;
import aftercare.schemas.HoldId;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.StaffId;
import aftercare.schemas.screening.Urgency;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table behind the work list. */
@Repository
class WorkItems {
    private final JdbcClient jdbc;
    private final Sealer sealer;

    WorkItems(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    /**
     * Adds an item, once for each subject. Told again of one that is open, the earlier due time counts; a closed one stays closed.
     *
     * @return whether it is new
     */
    boolean add(String subject, WorkItem item) {
        return jdbc.sql("""
                INSERT INTO work_item (id, subject, kind, topic, line_id, patient_ids, reply_id, hold_id, escalation_id, urgency,
                                       categories, reasons, created_at, due_at)
                VALUES (:id, :subject, :kind, :topic, :line, :patients, :reply, :hold, :escalation, :urgency,
                        :categories, :reasons, :created, :due)
                ON CONFLICT (subject) DO UPDATE SET due_at = least(work_item.due_at, excluded.due_at)
                RETURNING id
                """)
                .param("id", item.id())
                .param("subject", subject)
                .param("kind", item.kind().name())
                .param("topic", item.topic())
                .param("line", item.lineId() == null ? null : item.lineId().value())
                .param("patients", array(item.patientIds()))
                .param("reply", item.replyId() == null ? null : item.replyId().value())
                .param("hold", item.holdId() == null ? null : item.holdId().value())
                .param(
                        "escalation",
                        item.escalationId() == null ? null : item.escalationId().value())
                .param("urgency", item.urgency() == null ? null : item.urgency().name())
                .param("categories", array(item.categories()))
                .param("reasons", array(item.reasons()))
                .param("created", at(item.createdAt()))
                .param("due", at(item.dueAt()))
                .query((row, n) -> uuid(row, "id"))
                .single()
                .equals(item.id());
    }

    /** Soonest due first; of these kinds, or of all where none is named. */
    List<WorkItem> open(Collection<WorkKind> kinds, int skip, @Nullable Integer limit) {
        return jdbc.sql("""
                SELECT * FROM work_item
                 WHERE closed_at IS NULL AND (kind = ANY(:kinds) OR cardinality(:kinds) = 0)
                 ORDER BY due_at, id LIMIT :limit OFFSET :skip
                """)
                .param("kinds", array(kinds))
                .param("limit", limit, Types.INTEGER)
                .param("skip", skip)
                .query(WorkItems::toItem)
                .list();
    }

    /** How much of each kind is open; a kind of which nothing is open is left out. */
    List<WorkCount> counts(Instant now) {
        return jdbc.sql("""
                SELECT kind, count(*) AS open, count(*) FILTER (WHERE due_at < :now) AS overdue, min(due_at) AS due_at
                  FROM work_item WHERE closed_at IS NULL GROUP BY kind ORDER BY kind
                """)
                .param("now", at(now))
                .query((row, n) -> new WorkCount(
                        WorkKind.valueOf(row.getString("kind")),
                        row.getInt("open"),
                        row.getInt("overdue"),
                        instant(row, "due_at")))
                .list();
    }

    List<WorkItem> closedSince(Instant since) {
        return jdbc.sql("SELECT * FROM work_item WHERE closed_at >= :since ORDER BY closed_at DESC, id")
                .param("since", at(since))
                .query(WorkItems::toItem)
                .list();
    }

    /**
     * Adds a follow-up, or moves the open one of the same span and patient to the new case and time.
     *
     * @return whether it is new
     */
    boolean putFollowUp(String subject, WorkItem item) {
        return jdbc.sql("""
                INSERT INTO work_item (id, subject, kind, topic, line_id, patient_ids, escalation_id, reasons, created_at, due_at)
                VALUES (:id, :subject, 'FOLLOW_UP', :topic, :line, :patients, :escalation, :reasons, :created, :due)
                ON CONFLICT (topic, coalesce(patient_ids[1], line_id::text)) WHERE kind = 'FOLLOW_UP' AND closed_at IS NULL
                DO UPDATE SET escalation_id = excluded.escalation_id, line_id = excluded.line_id, due_at = excluded.due_at
                RETURNING id
                """)
                .param("id", item.id())
                .param("subject", subject)
                .param("topic", item.topic())
                .param("line", item.lineId() == null ? null : item.lineId().value())
                .param("patients", array(item.patientIds()))
                .param(
                        "escalation",
                        item.escalationId() == null ? null : item.escalationId().value())
                .param("reasons", array(item.reasons()))
                .param("created", at(item.createdAt()))
                .param("due", at(item.dueAt()))
                .query((row, n) -> uuid(row, "id"))
                .single()
                .equals(item.id());
    }

    /** Adds what is new to the open item of this kind about the patient; none where none is open. */
    Optional<WorkItem> join(WorkKind kind, PatientId patient, List<String> reasons) {
        return jdbc.sql("""
                UPDATE work_item
                   SET reasons = reasons || ARRAY(SELECT r FROM unnest(:reasons::text[]) r WHERE r <> ALL(work_item.reasons))
                 WHERE id = (SELECT id FROM work_item
                              WHERE kind = :kind AND patient_ids = ARRAY[:patient]::text[] AND closed_at IS NULL
                              ORDER BY created_at, id LIMIT 1)
                RETURNING *
                """)
                .param("kind", kind.name())
                .param("patient", patient.value())
                .param("reasons", array(reasons))
                .query(WorkItems::toItem)
                .optional();
    }

    /** What waits about a patient, and what was closed since, the newest first. */
    List<WorkItem> of(PatientId patient, Instant closedSince) {
        return jdbc.sql("""
                SELECT * FROM work_item
                 WHERE patient_ids @> ARRAY[:patient]::text[] AND (closed_at IS NULL OR closed_at >= :since)
                 ORDER BY closed_at DESC NULLS FIRST, due_at, id
                """)
                .param("patient", patient.value())
                .param("since", at(closedSince))
                .query(WorkItems::toItem)
                .list();
    }

    void assign(UUID id, @Nullable StaffId owner) {
        jdbc.sql("UPDATE work_item SET owner = :owner WHERE id = :id")
                .param("owner", owner == null ? null : owner.value(), Types.VARCHAR)
                .param("id", id)
                .update();
    }

    /** The open batch that is due then. */
    Optional<UUID> openBatch(String topic, Instant due) {
        return jdbc.sql("""
                SELECT id FROM work_item
                 WHERE kind = 'REVIEW' AND topic = :topic AND escalation_id IS NULL AND closed_at IS NULL AND due_at = :due
                """)
                .param("topic", topic)
                .param("due", at(due))
                .query((row, n) -> uuid(row, "id"))
                .optional();
    }

    boolean isOpen(WorkKind kind) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM work_item WHERE kind = :kind AND closed_at IS NULL)")
                .param("kind", kind.name())
                .query(Boolean.class)
                .single();
    }

    boolean isKnown(String subject) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM work_item WHERE subject = :subject)")
                .param("subject", subject)
                .query(Boolean.class)
                .single();
    }

    Optional<WorkItem> lock(UUID id) {
        return jdbc.sql("SELECT * FROM work_item WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(WorkItems::toItem)
                .optional();
    }

    List<WorkItem> lockOpenOf(HoldId hold) {
        return jdbc.sql("SELECT * FROM work_item WHERE hold_id = :hold AND closed_at IS NULL ORDER BY id FOR UPDATE")
                .param("hold", hold.value())
                .query(WorkItems::toItem)
                .list();
    }

    List<WorkItem> lockOpenOf(EscalationId escalation) {
        return jdbc.sql("""
                SELECT * FROM work_item WHERE escalation_id = :escalation AND closed_at IS NULL ORDER BY id FOR UPDATE
                """)
                .param("escalation", escalation.value())
                .query(WorkItems::toItem)
                .list();
    }

    /** What is open and should have been done before. */
    List<WorkItem> overdue(Instant now) {
        return jdbc.sql("SELECT * FROM work_item WHERE closed_at IS NULL AND due_at < :now ORDER BY due_at, id")
                .param("now", at(now))
                .query(WorkItems::toItem)
                .list();
    }

    Optional<Instant> firstOpenDue() {
        return jdbc.sql("SELECT min(due_at) AS first FROM work_item WHERE closed_at IS NULL")
                .query((row, n) -> Optional.ofNullable(instantOrNull(row, "first")))
                .single();
    }

    void close(UUID id, StaffId by, String note, Instant now) {
        jdbc.sql("UPDATE work_item SET closed_by = :by, closed_at = :now, note = :note WHERE id = :id")
                .param("by", by.value())
                .param("now", at(now))
                .param("note", sealer.seal(note, id, "note").sealed())
                .param("id", id)
                .update();
    }

    /** The item waits again; {@code hold} holds what its closing had let go. */
    void reopen(UUID id, @Nullable HoldId hold) {
        jdbc.sql("""
                UPDATE work_item SET closed_by = NULL, closed_at = NULL, hold_id = coalesce(:hold, hold_id) WHERE id = :id
                """)
                .param("hold", hold == null ? null : hold.value(), Types.OTHER)
                .param("id", id)
                .update();
    }

    private static WorkItem toItem(ResultSet row, int n) throws SQLException {
        var line = row.getObject("line_id", UUID.class);
        var reply = row.getObject("reply_id", UUID.class);
        var hold = row.getObject("hold_id", UUID.class);
        var escalation = row.getObject("escalation_id", UUID.class);
        var urgency = textOrNull(row, "urgency");
        var owner = textOrNull(row, "owner");
        var closedBy = textOrNull(row, "closed_by");
        return new WorkItem(
                uuid(row, "id"),
                WorkKind.valueOf(row.getString("kind")),
                row.getString("topic"),
                line == null ? null : new LineId(line),
                patients(row, "patient_ids"),
                reply == null ? null : new ReplyId(reply),
                hold == null ? null : new HoldId(hold),
                escalation == null ? null : new EscalationId(escalation),
                urgency == null ? null : Urgency.valueOf(urgency),
                texts(row, "categories"),
                texts(row, "reasons"),
                instant(row, "created_at"),
                instant(row, "due_at"),
                owner == null ? null : new StaffId(owner),
                closedBy == null ? null : new StaffId(closedBy),
                instantOrNull(row, "closed_at"));
    }
}
