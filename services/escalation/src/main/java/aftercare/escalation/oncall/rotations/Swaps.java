package aftercare.escalation.oncall.rotations;

import static aftercare.escalation.columns.Columns.at;
import static aftercare.escalation.columns.Columns.instant;
import static aftercare.escalation.columns.Columns.uuid;

import aftercare.escalation.oncall.rotations.Swap.Part;
import aftercare.escalation.oncall.rotations.Swap.State;
import aftercare.schemas.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of swaps. */
@Repository
class Swaps {
    private static final String COLUMNS = """
            SELECT id, asking, given_rotation, given_from, given_until, asked, wanted_rotation, wanted_from, wanted_until, state,
                   asked_at
              FROM shift_swap
            """;

    private final JdbcClient jdbc;

    Swaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they were accepted. */
    List<Swap> accepted(Instant from, Instant until) {
        return jdbc.sql(COLUMNS + """
                 WHERE state = 'ACCEPTED' AND greatest(given_until, wanted_until) > :from
                   AND least(given_from, wanted_from) < :until
                 ORDER BY settled_at, id
                """)
                .param("from", at(from))
                .param("until", at(until))
                .query(Swaps::toSwap)
                .list();
    }

    /** Those that still wait for a yes or no, and whose shifts have not begun. */
    List<Swap> waiting(Instant now) {
        return jdbc.sql(COLUMNS + """
                 WHERE state = 'REQUESTED' AND given_from > :now AND wanted_from > :now ORDER BY asked_at, id
                """)
                .param("now", at(now))
                .query(Swaps::toSwap)
                .list();
    }

    Optional<Swap> lock(UUID id) {
        return jdbc.sql(COLUMNS + "WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(Swaps::toSwap)
                .optional();
    }

    void add(Swap swap) {
        jdbc.sql("""
                INSERT INTO shift_swap (id, asking, given_rotation, given_from, given_until, asked, wanted_rotation, wanted_from,
                                        wanted_until, state, asked_at)
                VALUES (:id, :asking, :givenRotation, :givenFrom, :givenUntil, :asked, :wantedRotation, :wantedFrom,
                        :wantedUntil, :state, :at)
                """)
                .param("id", swap.id())
                .param("asking", swap.asking().value())
                .param("givenRotation", swap.given().rotation())
                .param("givenFrom", at(swap.given().from()))
                .param("givenUntil", at(swap.given().until()))
                .param("asked", swap.asked().value())
                .param("wantedRotation", swap.wanted().rotation())
                .param("wantedFrom", at(swap.wanted().from()))
                .param("wantedUntil", at(swap.wanted().until()))
                .param("state", swap.state().name())
                .param("at", at(swap.askedAt()))
                .update();
    }

    void settle(UUID id, State state, Instant now) {
        jdbc.sql("UPDATE shift_swap SET state = :state, settled_at = :now WHERE id = :id")
                .param("state", state.name())
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    /** Those with a part that is not over yet. */
    void removeAll(StaffId staff, Instant now) {
        jdbc.sql("""
                DELETE FROM shift_swap
                 WHERE (asking = :staff OR asked = :staff) AND greatest(given_until, wanted_until) > :now
                """).param("staff", staff.value()).param("now", at(now)).update();
    }

    private static Swap toSwap(ResultSet row, int n) throws SQLException {
        return new Swap(
                uuid(row, "id"),
                new StaffId(row.getString("asking")),
                part(row, "given"),
                new StaffId(row.getString("asked")),
                part(row, "wanted"),
                State.valueOf(row.getString("state")),
                instant(row, "asked_at"));
    }

    private static Part part(ResultSet row, String which) throws SQLException {
        return new Part(
                row.getString(which + "_rotation"), instant(row, which + "_from"), instant(row, which + "_until"));
    }
}
