package aftercare.escalation.oncall;

import static aftercare.escalation.columns.Columns.at;

import aftercare.schemas.StaffId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of those whose account is closed, until an admin enters them again. */
@Repository
class Leavers {
    private final JdbcClient jdbc;

    Leavers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StaffId> all() {
        return jdbc.sql("SELECT staff_id FROM leaver ORDER BY staff_id")
                .query((row, n) -> new StaffId(row.getString("staff_id")))
                .list();
    }

    void add(StaffId staff, Instant now) {
        jdbc.sql("INSERT INTO leaver (staff_id, left_at) VALUES (:id, :now) ON CONFLICT DO NOTHING")
                .param("id", staff.value())
                .param("now", at(now))
                .update();
    }

    void remove(StaffId staff) {
        jdbc.sql("DELETE FROM leaver WHERE staff_id = :id")
                .param("id", staff.value())
                .update();
    }
}
