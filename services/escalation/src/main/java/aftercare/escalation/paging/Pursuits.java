package aftercare.escalation.paging;

import static aftercare.escalation.columns.Columns.at;
import static aftercare.escalation.columns.Columns.instant;
import static aftercare.escalation.columns.Columns.instantOrNull;
import static aftercare.escalation.columns.Columns.uuid;

import aftercare.escalation.paging.Pursuit.Climb;
import aftercare.escalation.paging.Pursuit.Remind;
import aftercare.schemas.EscalationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of pursuits. */
@Repository
class Pursuits {
    private final JdbcClient jdbc;

    Pursuits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(EscalationId id, Pursuit pursuit) {
        var kind = switch (pursuit) {
            case Climb ignored -> "CLIMB";
            case Remind ignored -> "REMIND";
        };
        var climb = pursuit instanceof Climb c ? c : new Climb(0, 0, pursuit.dueAt());
        jdbc.sql("""
                INSERT INTO pursuit (escalation_id, kind, round, step, reminders, pushed, due_at)
                VALUES (:id, :kind, :round, :step, :reminders, :pushed, :due)
                ON CONFLICT (escalation_id) DO UPDATE
                   SET kind = excluded.kind, round = excluded.round, step = excluded.step,
                       reminders = excluded.reminders, pushed = excluded.pushed, due_at = excluded.due_at
                """)
                .param("id", id.value())
                .param("kind", kind)
                .param("round", climb.round())
                .param("step", climb.step())
                .param("reminders", pursuit instanceof Remind remind ? remind.sent() : 0)
                .param("pushed", pursuit instanceof Remind remind && remind.pushed())
                .param("due", at(pursuit.dueAt()))
                .update();
    }

    void remove(EscalationId id) {
        jdbc.sql("DELETE FROM pursuit WHERE escalation_id = :id")
                .param("id", id.value())
                .update();
    }

    Optional<Pursuit> of(EscalationId id) {
        return jdbc.sql("SELECT kind, round, step, reminders, pushed, due_at FROM pursuit WHERE escalation_id = :id")
                .param("id", id.value())
                .query(Pursuits::toPursuit)
                .optional();
    }

    /**
     * Cases whose pursuit is due, locked; passes over those that another holds. The pursuit itself is read again after the lock: what was
     * due before it may have been settled meanwhile.
     */
    List<EscalationId> lockDue(Instant now, int limit) {
        return jdbc.sql("""
                SELECT e.id FROM pursuit p JOIN escalation e ON e.id = p.escalation_id
                 WHERE p.due_at <= :now
                 ORDER BY p.due_at LIMIT :limit
                   FOR UPDATE OF e SKIP LOCKED
                """)
                .param("now", at(now))
                .param("limit", limit)
                .query((row, n) -> new EscalationId(uuid(row, "id")))
                .list();
    }

    int due(Instant now) {
        return jdbc.sql("SELECT count(*) FROM pursuit WHERE due_at <= :now")
                .param("now", at(now))
                .query(Integer.class)
                .single();
    }

    Optional<Instant> nextAfter(Instant now) {
        return jdbc.sql("SELECT min(due_at) AS next FROM pursuit WHERE due_at > :now")
                .param("now", at(now))
                .query((row, n) -> Optional.ofNullable(instantOrNull(row, "next")))
                .single();
    }

    private static Pursuit toPursuit(ResultSet row, int n) throws SQLException {
        return switch (row.getString("kind")) {
            case "CLIMB" -> new Climb(row.getInt("round"), row.getInt("step"), instant(row, "due_at"));
            case "REMIND" -> new Remind(row.getInt("reminders"), row.getBoolean("pushed"), instant(row, "due_at"));
            default -> throw new IllegalStateException("A pursuit is of an unknown kind");
        };
    }
}
