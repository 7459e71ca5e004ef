package aftercare.escalation.paging;

import static aftercare.escalation.columns.Columns.array;
import static aftercare.escalation.columns.Columns.at;
import static aftercare.escalation.columns.Columns.instant;
import static aftercare.escalation.columns.Columns.instantOrNull;
import static aftercare.escalation.columns.Columns.uuid;

import aftercare.escalation.cases.Pager.Seen;
import aftercare.schemas.EscalationId;
import aftercare.schemas.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of pages: one case brought before one colleague. Several become one text. */
@Repository
class Pages {
    private final JdbcClient jdbc;

    Pages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(EscalationId id, StaffId staff, PageKind kind, int round, int step, Instant now, Instant machineNow) {
        jdbc.sql("""
                INSERT INTO page (id, escalation_id, staff_id, kind, round, step, paged_at, created_at)
                VALUES (:id, :escalation, :staff, :kind, :round, :step, :now, :machineNow)
                """)
                .param("id", UUID.randomUUID())
                .param("escalation", id.value())
                .param("staff", staff.value())
                .param("kind", kind.name())
                .param("round", round)
                .param("step", step)
                .param("now", at(now))
                .param("machineNow", at(machineNow))
                .update();
    }

    /** A page about this case to this person waits to go out, so a further one would say nothing new. */
    boolean isWaiting(EscalationId id, StaffId staff, PageKind kind) {
        return jdbc.sql("""
                SELECT count(*) FROM page
                 WHERE escalation_id = :id AND staff_id = :staff AND kind = :kind AND text_id IS NULL
                """)
                        .param("id", id.value())
                        .param("staff", staff.value())
                        .param("kind", kind.name())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Pages that wait for a text, locked; passes over those that another holds. Pages soon after the last text to the same person wait, so
     * that they become one. A reply that could not be screened waits longer while the same person's page about the same outage is fresh and
     * nobody has taken it; a reply found late waits likewise for the others of its run, so that a run is a text with a count.
     */
    List<Waiting> lockWaiting(Instant machineNow, Duration fold, Duration outageFold) {
        return jdbc.sql("""
                SELECT p.id, p.staff_id, p.kind FROM page p JOIN escalation e ON e.id = p.escalation_id
                 WHERE p.text_id IS NULL
                   AND NOT EXISTS (SELECT FROM staff_text t
                                    WHERE t.staff_id = p.staff_id AND t.kind = p.kind AND t.state <> 'REFUSED'
                                      AND t.created_at > :fold)
                   AND NOT (p.kind = 'ALERT' AND e.cause = 'UNSCREENED'
                            AND EXISTS (SELECT FROM staff_text t
                                          JOIN page other ON other.text_id = t.id
                                          JOIN escalation o ON o.id = other.escalation_id
                                         WHERE t.staff_id = p.staff_id AND t.kind = 'ALERT'
                                           AND t.state IN ('READY', 'SENT', 'DELIVERED') AND t.created_at > :outage
                                           AND o.id <> p.escalation_id AND o.cause = 'UNSCREENED' AND o.state = 'OPEN'))
                   AND NOT (p.kind = 'ALERT' AND e.late_run IS NOT NULL
                            AND EXISTS (SELECT FROM staff_text t
                                          JOIN page other ON other.text_id = t.id
                                          JOIN escalation o ON o.id = other.escalation_id
                                         WHERE t.staff_id = p.staff_id AND t.kind = 'ALERT'
                                           AND t.state IN ('READY', 'SENT', 'DELIVERED') AND t.created_at > :outage
                                           AND o.id <> p.escalation_id AND o.late_run = e.late_run))
                 ORDER BY p.created_at, p.id LIMIT 1000
                   FOR UPDATE OF p SKIP LOCKED
                """)
                .param("fold", at(machineNow.minus(fold)))
                .param("outage", at(machineNow.minus(outageFold)))
                .query((row, n) -> new Waiting(
                        uuid(row, "id"),
                        new StaffId(row.getString("staff_id")),
                        PageKind.valueOf(row.getString("kind"))))
                .list();
    }

    void fold(Collection<UUID> pages, UUID text) {
        jdbc.sql("UPDATE page SET text_id = :text WHERE id = ANY(:pages::uuid[])")
                .param("text", text)
                .param("pages", array(pages))
                .update();
    }

    List<Page> ofText(UUID text) {
        return jdbc.sql("SELECT * FROM page WHERE text_id = :text ORDER BY escalation_id, paged_at")
                .param("text", text)
                .query((row, n) -> new Page(
                        uuid(row, "id"),
                        new EscalationId(uuid(row, "escalation_id")),
                        new StaffId(row.getString("staff_id")),
                        PageKind.valueOf(row.getString("kind")),
                        row.getInt("round"),
                        row.getInt("step")))
                .list();
    }

    /** The cases that this person has been paged for and that are not resolved. */
    List<EscalationId> unresolvedPagedTo(StaffId staff) {
        return jdbc.sql("""
                SELECT DISTINCT e.id FROM page p JOIN escalation e ON e.id = p.escalation_id
                 WHERE p.staff_id = :staff AND e.state <> 'RESOLVED'
                 ORDER BY e.id
                """)
                .param("staff", staff.value())
                .query((row, n) -> new EscalationId(uuid(row, "id")))
                .list();
    }

    /** Whether anyone of this step may still have got the page: its text waits, is under way or was taken by the carrier. */
    boolean someoneMayHaveIt(EscalationId id, int round, int step) {
        return jdbc.sql("""
                SELECT count(*) FROM page p LEFT JOIN staff_text t ON t.id = p.text_id
                 WHERE p.escalation_id = :id AND p.kind = 'ALERT' AND p.round = :round AND p.step = :step
                   AND (t.id IS NULL OR t.state IN ('READY', 'SENT', 'DELIVERED', 'MOOT'))
                """)
                        .param("id", id.value())
                        .param("round", round)
                        .param("step", step)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    List<Seen> seen(EscalationId id) {
        return jdbc.sql("""
                SELECT p.staff_id, p.kind, p.round, p.step, coalesce(t.state, 'READY') AS state, p.paged_at, t.sent_at
                  FROM page p LEFT JOIN staff_text t ON t.id = p.text_id
                 WHERE p.escalation_id = :id ORDER BY p.paged_at, p.created_at, p.id
                """)
                .param("id", id.value())
                .query((row, n) -> new Seen(
                        new StaffId(row.getString("staff_id")),
                        row.getString("kind"),
                        row.getInt("round"),
                        row.getInt("step"),
                        row.getString("state"),
                        instant(row, "paged_at"),
                        instantOrNull(row, "sent_at")))
                .list();
    }

    int waiting() {
        return jdbc.sql("SELECT count(*) FROM page WHERE text_id IS NULL")
                .query(Integer.class)
                .single();
    }

    record Waiting(UUID id, StaffId staffId, PageKind kind) {}

    record Page(UUID id, EscalationId escalationId, StaffId staffId, PageKind kind, int round, int step) {}
}
