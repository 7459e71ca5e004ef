package aftercare.escalation.oncall.rotations;

import static aftercare.escalation.columns.Columns.at;
import static aftercare.escalation.columns.Columns.instant;
import static aftercare.escalation.columns.Columns.uuid;

import aftercare.schemas.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of time off. */
@Repository
class TimesOff {
    private final JdbcClient jdbc;

    TimesOff(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TimeOff> touching(Instant from, Instant until) {
        return jdbc.sql("""
                SELECT id, staff_id, from_at, until_at FROM time_off
                 WHERE until_at > :from AND from_at < :until ORDER BY from_at, id
                """)
                .param("from", at(from))
                .param("until", at(until))
                .query(TimesOff::toTimeOff)
                .list();
    }

    Optional<TimeOff> find(UUID id) {
        return jdbc.sql("SELECT id, staff_id, from_at, until_at FROM time_off WHERE id = :id")
                .param("id", id)
                .query(TimesOff::toTimeOff)
                .optional();
    }

    void add(TimeOff off) {
        jdbc.sql("INSERT INTO time_off (id, staff_id, from_at, until_at) VALUES (:id, :staff, :from, :until)")
                .param("id", off.id())
                .param("staff", off.staff().value())
                .param("from", at(off.from()))
                .param("until", at(off.until()))
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("DELETE FROM time_off WHERE id = :id").param("id", id).update();
    }

    void removeAll(StaffId staff) {
        jdbc.sql("DELETE FROM time_off WHERE staff_id = :staff")
                .param("staff", staff.value())
                .update();
    }

    private static TimeOff toTimeOff(ResultSet row, int n) throws SQLException {
        return new TimeOff(
                uuid(row, "id"),
                new StaffId(row.getString("staff_id")),
                instant(row, "from_at"),
                instant(row, "until_at"));
    }
}
