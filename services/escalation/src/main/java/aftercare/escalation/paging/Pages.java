package aftercare.escalation.paging;

import static aftercare.escalation.columns.Columns.array;
import static aftercare.escalation.columns.Columns.at;
import static aftercare.escalation.columns.Columns.instant;
import static aftercare.escalation.columns.Columns.instantOrNull;
import static aftercare.escalation.columns.Columns.uuid;

import aftercare.escalation.cases.Origin;
import aftercare.escalation.cases.Pager.Seen;
import aftercare.escalation.oncall.ContactKind;
import aftercare.escalation.ways.PageKind;
import aftercare.schemas.EscalationId;
import aftercare.schemas.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of pages: one case brought before one colleague by one way. Several become one dispatch. */
@Repository
class Pages {
    private static final String ABOUT_A_DRILL =
            "EXISTS (SELECT FROM escalation e WHERE e.id = page.escalation_id AND e.origin = 'DRILL')";
    private static final String NOT_BEHIND_A_CALL = """
            NOT (way = 'VOICE' AND EXISTS (SELECT FROM dispatch d
                                            WHERE d.staff_id = page.staff_id AND d.way = 'VOICE' AND d.kind <> 'TRIAL'
                                              AND d.state IN ('READY', 'SENT') AND (NOT d.drill OR %s)))
            """.formatted(ABOUT_A_DRILL);
    private static final String SELECT =
            "SELECT p.*, e.origin FROM page p JOIN escalation e ON e.id = p.escalation_id ";

    private final JdbcClient jdbc;

    Pages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(NewPage page, Instant now, Instant machineNow) {
        jdbc.sql("""
                INSERT INTO page (id, escalation_id, staff_id, way, kind, round, step, due_at, paged_at, created_at)
                VALUES (:id, :escalation, :staff, :way, :kind, :round, :step, :due, :now, :machineNow)
                """)
                .param("id", UUID.randomUUID())
                .param("escalation", page.escalationId().value())
                .param("staff", page.staffId().value())
                .param("way", page.way().name())
                .param("kind", page.kind().name())
                .param("round", page.round())
                .param("step", page.step())
                .param("due", at(page.dueAt()))
                .param("now", at(now))
                .param("machineNow", at(machineNow))
                .update();
    }

    /** A page about this case to this person waits to go out, so a further one would say nothing new. */
    boolean isWaiting(EscalationId id, StaffId staff, PageKind kind) {
        return jdbc.sql("""
                SELECT count(*) FROM page
                 WHERE escalation_id = :id AND staff_id = :staff AND kind = :kind AND dispatch_id IS NULL AND dropped IS NULL
                """)
                        .param("id", id.value())
                        .param("staff", staff.value())
                        .param("kind", kind.name())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Pages of a way that are due, locked; passes over those that another holds. Pages soon after the last to the same person wait, so that
     * they become one; where a phone rings, they wait until the call is over. A reply that could not be screened waits longer while the
     * same person's page about the same outage is fresh and nobody has taken it; a reply found late waits likewise for the others of its
     * run, so that a run is one page with a count. A drill waits until no patient's page is due, and holds none of them up.
     */
    List<Page> lockDue(ContactKind way, Instant now, Instant machineNow, Duration fold, Duration outageFold) {
        return jdbc.sql("""
                SELECT p.*, e.origin FROM page p JOIN escalation e ON e.id = p.escalation_id
                 WHERE p.dispatch_id IS NULL AND p.dropped IS NULL AND p.way = :way AND p.due_at <= :now
                   AND NOT EXISTS (SELECT FROM dispatch d
                                    WHERE d.staff_id = p.staff_id AND d.way = p.way AND d.kind = p.kind AND d.state <> 'REFUSED'
                                      AND d.drill = (e.origin = 'DRILL') AND d.created_at > :fold)
                   AND NOT (e.origin = 'DRILL'
                            AND EXISTS (SELECT FROM page first JOIN escalation o ON o.id = first.escalation_id
                                         WHERE first.dispatch_id IS NULL AND first.dropped IS NULL AND first.due_at <= :now
                                           AND o.origin = 'PATIENT'))
                   AND NOT (p.way = 'VOICE'
                            AND EXISTS (SELECT FROM dispatch d
                                         WHERE d.staff_id = p.staff_id AND d.way = 'VOICE' AND d.kind <> 'TRIAL'
                                           AND d.state IN ('READY', 'SENT') AND (NOT d.drill OR e.origin = 'DRILL')))
                   AND NOT (p.kind = 'ALERT' AND e.cause = 'UNSCREENED'
                            AND EXISTS (SELECT FROM dispatch d
                                          JOIN page other ON other.dispatch_id = d.id
                                          JOIN escalation o ON o.id = other.escalation_id
                                         WHERE d.staff_id = p.staff_id AND d.way = p.way AND d.kind = 'ALERT'
                                           AND d.state IN ('READY', 'SENT', 'DELIVERED') AND d.created_at > :outage
                                           AND o.id <> p.escalation_id AND o.cause = 'UNSCREENED' AND o.state = 'OPEN'
                                           AND o.origin = e.origin))
                   AND NOT (p.kind = 'ALERT' AND e.late_run IS NOT NULL
                            AND EXISTS (SELECT FROM dispatch d
                                          JOIN page other ON other.dispatch_id = d.id
                                          JOIN escalation o ON o.id = other.escalation_id
                                         WHERE d.staff_id = p.staff_id AND d.way = p.way AND d.kind = 'ALERT'
                                           AND d.state IN ('READY', 'SENT', 'DELIVERED') AND d.created_at > :outage
                                           AND o.id <> p.escalation_id AND o.late_run = e.late_run))
                 ORDER BY p.due_at, p.created_at, p.id LIMIT 1000
                   FOR UPDATE OF p SKIP LOCKED
                """)
                .param("way", way.name())
                .param("now", at(now))
                .param("fold", at(machineNow.minus(fold)))
                .param("outage", at(machineNow.minus(outageFold)))
                .query(Pages::toPage)
                .list();
    }

    void fold(Collection<UUID> pages, UUID dispatch) {
        jdbc.sql("UPDATE page SET dispatch_id = :dispatch WHERE id = ANY(:pages::uuid[])")
                .param("dispatch", dispatch)
                .param("pages", array(pages))
                .update();
    }

    /** They have no such way. */
    void drop(Collection<UUID> pages) {
        jdbc.sql("UPDATE page SET dropped = 'NO_WAY' WHERE id = ANY(:pages::uuid[])")
                .param("pages", array(pages))
                .update();
    }

    /** Somebody has the case: what still waits to look for somebody goes no more. A page that is being folded right now says nothing either. */
    void dropAlerts(EscalationId id) {
        jdbc.sql("""
                UPDATE page SET dropped = 'TAKEN'
                 WHERE id IN (SELECT id FROM page
                               WHERE escalation_id = :id AND kind = 'ALERT' AND dispatch_id IS NULL AND dropped IS NULL
                                 FOR UPDATE SKIP LOCKED)
                """).param("id", id.value()).update();
    }

    List<Page> ofDispatch(UUID dispatch) {
        return jdbc.sql(SELECT + "WHERE p.dispatch_id = :dispatch ORDER BY p.escalation_id, p.paged_at")
                .param("dispatch", dispatch)
                .query(Pages::toPage)
                .list();
    }

    /** The cases that this person has been paged for and that are not resolved. */
    List<EscalationId> unresolvedPagedTo(StaffId staff, Instant now) {
        return jdbc.sql("""
                SELECT DISTINCT e.id FROM page p JOIN escalation e ON e.id = p.escalation_id
                 WHERE p.staff_id = :staff AND e.state <> 'RESOLVED' AND p.dropped IS DISTINCT FROM 'NO_WAY'
                   AND (p.dispatch_id IS NOT NULL OR p.due_at <= :now)
                 ORDER BY e.id
                """)
                .param("staff", staff.value())
                .param("now", at(now))
                .query((row, n) -> new EscalationId(uuid(row, "id")))
                .list();
    }

    /** The cases this person was paged for and nobody has. */
    List<Mine> waitingFor(StaffId staff) {
        return jdbc.sql("""
                SELECT e.id, count(*) AS pages, max(d.sent_at) AS last_at
                  FROM page p JOIN escalation e ON e.id = p.escalation_id JOIN dispatch d ON d.id = p.dispatch_id
                 WHERE p.staff_id = :staff AND p.kind = 'ALERT' AND d.sent_at IS NOT NULL
                   AND (e.state = 'OPEN' OR (e.state = 'ACKNOWLEDGED' AND e.lapsed))
                 GROUP BY e.id ORDER BY last_at
                """)
                .param("staff", staff.value())
                .query((row, n) ->
                        new Mine(new EscalationId(uuid(row, "id")), row.getInt("pages"), instant(row, "last_at")))
                .list();
    }

    /**
     * Whether anyone of this step may still have got the page: it waits, is under way or was taken. An e-mail alone reaches nobody.
     *
     * @param planned whether a page that is not due yet counts too
     */
    boolean someoneMayHaveIt(EscalationId id, int round, int step, Instant now, boolean planned) {
        return jdbc.sql("""
                SELECT count(*) FROM page p LEFT JOIN dispatch d ON d.id = p.dispatch_id
                 WHERE p.escalation_id = :id AND p.kind = 'ALERT' AND p.round = :round AND p.step = :step
                   AND p.way <> 'EMAIL' AND p.dropped IS NULL
                   AND (d.state IN ('READY', 'SENT', 'DELIVERED', 'MOOT') OR d.id IS NULL AND (:planned OR p.due_at <= :now))
                """)
                        .param("id", id.value())
                        .param("round", round)
                        .param("step", step)
                        .param("planned", planned)
                        .param("now", at(now))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    List<Seen> seen(EscalationId id) {
        return jdbc.sql("""
                SELECT p.staff_id, p.way, p.kind, p.round, p.step, coalesce(d.state, p.dropped, 'READY') AS state, p.due_at, d.sent_at
                  FROM page p LEFT JOIN dispatch d ON d.id = p.dispatch_id
                 WHERE p.escalation_id = :id ORDER BY p.due_at, p.created_at, p.id
                """)
                .param("id", id.value())
                .query((row, n) -> new Seen(
                        new StaffId(row.getString("staff_id")),
                        row.getString("way"),
                        row.getString("kind"),
                        row.getInt("round"),
                        row.getInt("step"),
                        row.getString("state"),
                        instant(row, "due_at"),
                        instantOrNull(row, "sent_at")))
                .list();
    }

    /** Due pages that wait to be folded. */
    int waiting(Instant now) {
        return jdbc.sql(
                        "SELECT count(*) FROM page WHERE dispatch_id IS NULL AND dropped IS NULL AND due_at <= :now AND "
                                + NOT_BEHIND_A_CALL)
                .param("now", at(now))
                .query(Integer.class)
                .single();
    }

    /** How often somebody was paged for a case, and when last. */
    record Mine(EscalationId escalationId, int pages, Instant lastAt) {}

    /** Due pages, older than this, that nothing holds up. */
    List<UUID> overdue(ContactKind way, Instant now, Instant madeBefore) {
        return jdbc.sql("""
                SELECT id FROM page
                 WHERE dispatch_id IS NULL AND dropped IS NULL AND way = :way AND due_at <= :now AND created_at < :before AND\s""" + NOT_BEHIND_A_CALL)
                .param("way", way.name())
                .param("now", at(now))
                .param("before", at(madeBefore))
                .query((row, n) -> uuid(row, "id"))
                .list();
    }

    Optional<Instant> nextDueAfter(Instant now) {
        return jdbc.sql(
                        "SELECT min(due_at) AS next FROM page WHERE dispatch_id IS NULL AND dropped IS NULL AND due_at > :now")
                .param("now", at(now))
                .query((row, n) -> Optional.ofNullable(instantOrNull(row, "next")))
                .single();
    }

    private static Page toPage(ResultSet row, int n) throws SQLException {
        return new Page(
                uuid(row, "id"),
                new EscalationId(uuid(row, "escalation_id")),
                new StaffId(row.getString("staff_id")),
                ContactKind.valueOf(row.getString("way")),
                PageKind.valueOf(row.getString("kind")),
                row.getInt("round"),
                row.getInt("step"),
                Origin.valueOf(row.getString("origin")) == Origin.DRILL);
    }

    record NewPage(
            EscalationId escalationId,
            StaffId staffId,
            ContactKind way,
            PageKind kind,
            int round,
            int step,
            Instant dueAt) {}

    record Page(
            UUID id,
            EscalationId escalationId,
            StaffId staffId,
            ContactKind way,
            PageKind kind,
            int round,
            int step,
            boolean drill) {}
}
