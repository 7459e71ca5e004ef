package aftercare.escalation.worklist;

import static aftercare.escalation.columns.Columns.at;

import aftercare.schemas.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what shift leads were told of. */
@Repository
class OverdueSummaries {
    private final JdbcClient jdbc;

    OverdueSummaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean toldOn(LocalDate day) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM overdue_summary WHERE day = :day)")
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** @return whether nobody else has told anybody on this day */
    boolean add(LocalDate day, StaffId told, int overdue, Instant now) {
        return jdbc.sql("""
                INSERT INTO overdue_summary (day, told, overdue, at) VALUES (:day, :told, :overdue, :at) ON CONFLICT DO NOTHING
                """)
                        .param("day", day)
                        .param("told", told.value())
                        .param("overdue", overdue)
                        .param("at", at(now))
                        .update()
                > 0;
    }
}
