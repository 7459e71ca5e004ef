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

/** The table of overrides. Those of one rotation never overlap. */
@Repository
class Overrides {
    private static final String COLUMNS = "SELECT id, rotation_id, staff_id, from_at, until_at FROM shift_override ";

    private final JdbcClient jdbc;

    Overrides(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ShiftOverride> touching(Instant from, Instant until) {
        return jdbc.sql(COLUMNS + "WHERE until_at > :from AND from_at < :until ORDER BY from_at, id")
                .param("from", at(from))
                .param("until", at(until))
                .query(Overrides::toOverride)
                .list();
    }

    Optional<ShiftOverride> find(UUID id) {
        return jdbc.sql(COLUMNS + "WHERE id = :id")
                .param("id", id)
                .query(Overrides::toOverride)
                .optional();
    }

    void add(ShiftOverride override) {
        jdbc.sql("""
                INSERT INTO shift_override (id, rotation_id, staff_id, from_at, until_at)
                VALUES (:id, :rotation, :staff, :from, :until)
                """)
                .param("id", override.id())
                .param("rotation", override.rotation())
                .param("staff", override.staff().value())
                .param("from", at(override.from()))
                .param("until", at(override.until()))
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("DELETE FROM shift_override WHERE id = :id").param("id", id).update();
    }

    /** Those that are not over yet. */
    void removeAll(StaffId staff, Instant now) {
        jdbc.sql("DELETE FROM shift_override WHERE staff_id = :staff AND until_at > :now")
                .param("staff", staff.value())
                .param("now", at(now))
                .update();
    }

    private static ShiftOverride toOverride(ResultSet row, int n) throws SQLException {
        return new ShiftOverride(
                uuid(row, "id"),
                row.getString("rotation_id"),
                new StaffId(row.getString("staff_id")),
                instant(row, "from_at"),
                instant(row, "until_at"));
    }
}
