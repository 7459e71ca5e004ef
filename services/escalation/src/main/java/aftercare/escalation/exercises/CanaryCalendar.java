package aftercare.escalation.exercises;

import static aftercare.escalation.columns.Columns.at;
import static aftercare.escalation.columns.Columns.instantOrNull;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When the next canary is due; one row for all instances. */
@Repository
class CanaryCalendar {
    private final JdbcClient jdbc;

    CanaryCalendar(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first one, or a sooner one where the settings ask for it. */
    void atTheLatest(Instant dueAt) {
        jdbc.sql("""
                INSERT INTO canary_schedule (due_at) VALUES (:due)
                ON CONFLICT (only_row) DO UPDATE SET due_at = least(canary_schedule.due_at, excluded.due_at)
                """).param("due", at(dueAt)).update();
    }

    /** Of several instances one gets it. Should that one die before it has begun, it is due again. */
    boolean claim(Instant now, Instant again) {
        return jdbc.sql("UPDATE canary_schedule SET due_at = :again WHERE due_at <= :now")
                        .param("again", at(again))
                        .param("now", at(now))
                        .update()
                > 0;
    }

    void next(Instant dueAt) {
        jdbc.sql("UPDATE canary_schedule SET due_at = :due")
                .param("due", at(dueAt))
                .update();
    }

    Optional<Instant> dueAt() {
        return jdbc.sql("SELECT max(due_at) AS due FROM canary_schedule")
                .query((row, n) -> Optional.ofNullable(instantOrNull(row, "due")))
                .single();
    }
}
