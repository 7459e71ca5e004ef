package aftercare.journeys.pauses;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Closures and holidays of the clinic; a removed one stays in the table. */
@Repository
class ClosureTable {
    private final JdbcClient jdbc;

    ClosureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Closure closure, Instant now) {
        jdbc.sql("""
                        INSERT INTO closure (id, first_day, last_day, name, entered_by, entered_at)
                        VALUES (:id, :first, :last, :name, :by, :now)
                        """)
                .param("id", closure.id())
                .param("first", closure.firstDay())
                .param("last", closure.lastDay())
                .param("name", closure.name())
                .param("by", closure.enteredBy())
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** Those that end on or after a day, by day. */
    List<Closure> from(LocalDate day) {
        return jdbc.sql("""
                        SELECT id, first_day, last_day, name, entered_by FROM closure
                         WHERE removed_at IS NULL AND last_day >= :day ORDER BY first_day, name, id
                        """).param("day", day).query(ClosureTable::toClosure).list();
    }

    boolean remove(UUID id, Instant now) {
        return jdbc.sql("UPDATE closure SET removed_at = :now WHERE id = :id AND removed_at IS NULL")
                        .param("now", now.atOffset(UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Closure toClosure(ResultSet row, int number) throws SQLException {
        return new Closure(
                row.getObject("id", UUID.class),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("name"),
                row.getString("entered_by"));
    }
}
