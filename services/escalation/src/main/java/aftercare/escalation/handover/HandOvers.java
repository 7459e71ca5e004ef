package aftercare.escalation.handover;

import static aftercare.escalation.columns.Columns.at;
import static aftercare.escalation.columns.Columns.instantOrNull;
import static aftercare.escalation.columns.Columns.textOrNull;

import aftercare.schemas.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of who was last told that they have which rotation, and when to look again. */
@Repository
class HandOvers {
    private final JdbcClient jdbc;

    HandOvers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One rotation to look at. */
    record Look(
            String rotation,
            @Nullable StaffId told,
            @Nullable Instant toldAt) {}

    /** Every rotation is looked at now. */
    void lookNow(Instant now) {
        jdbc.sql("""
                INSERT INTO hand_over AS h (rotation_id, look_at) SELECT id, :now FROM rotation ORDER BY id
                ON CONFLICT (rotation_id) DO UPDATE SET look_at = least(h.look_at, excluded.look_at)
                """).param("now", at(now)).update();
    }

    /** Passes over those that another instance holds. */
    List<Look> lockDue(Instant now, int limit) {
        return jdbc.sql("""
                SELECT rotation_id, told, told_at FROM hand_over
                 WHERE look_at <= :now ORDER BY look_at LIMIT :limit FOR UPDATE SKIP LOCKED
                """)
                .param("now", at(now))
                .param("limit", limit)
                .query(HandOvers::toLook)
                .list();
    }

    void told(String rotation, @Nullable StaffId told, Instant now, Instant lookAt) {
        jdbc.sql("UPDATE hand_over SET told = :told, told_at = :now, look_at = :look WHERE rotation_id = :rotation")
                .param("told", told == null ? null : told.value())
                .param("now", at(now))
                .param("look", at(lookAt))
                .param("rotation", rotation)
                .update();
    }

    int due(Instant now) {
        return jdbc.sql("SELECT count(*) FROM hand_over WHERE look_at <= :now")
                .param("now", at(now))
                .query(Integer.class)
                .single();
    }

    Optional<Instant> nextAfter(Instant now) {
        return jdbc.sql("SELECT min(look_at) AS next FROM hand_over WHERE look_at > :now")
                .param("now", at(now))
                .query((row, n) -> Optional.ofNullable(instantOrNull(row, "next")))
                .single();
    }

    private static Look toLook(ResultSet row, int n) throws SQLException {
        var told = textOrNull(row, "told");
        return new Look(
                row.getString("rotation_id"), told == null ? null : new StaffId(told), instantOrNull(row, "told_at"));
    }
}
