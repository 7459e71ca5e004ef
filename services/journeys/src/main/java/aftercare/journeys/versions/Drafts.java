package aftercare.journeys.versions;

import static java.time.ZoneOffset.UTC;

import aftercare.journeys.definition.Journeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one draft of the journey. */
@Repository
class Drafts {
    private static final String SELECT = """
            SELECT yaml, based_on, started_at, started_by, edited_at, edited_by FROM journey_draft WHERE journey = :journey
            """;

    private final JdbcClient jdbc;

    Drafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Draft> find() {
        return read(SELECT);
    }

    /** Nobody else edits it until the transaction ends. */
    Optional<Draft> locked() {
        return read(SELECT + " FOR UPDATE");
    }

    private Optional<Draft> read(String sql) {
        return jdbc.sql(sql)
                .param("journey", Journeys.DEFAULT)
                .query(Drafts::toDraft)
                .optional();
    }

    /** Whether there was none. */
    boolean start(JourneyDocument journey, int basedOn, String by, Instant now) {
        return jdbc.sql("""
                        INSERT INTO journey_draft (journey, yaml, based_on, started_at, started_by, edited_at, edited_by)
                        VALUES (:journey, :yaml, :basedOn, :now, :by, :now, :by) ON CONFLICT DO NOTHING
                        """)
                        .param("journey", Journeys.DEFAULT)
                        .param("yaml", journey.yaml())
                        .param("basedOn", basedOn)
                        .param("now", now.atOffset(UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    void save(JourneyDocument journey, String by, Instant now) {
        jdbc.sql("UPDATE journey_draft SET yaml = :yaml, edited_at = :now, edited_by = :by WHERE journey = :journey")
                .param("yaml", journey.yaml())
                .param("now", now.atOffset(UTC))
                .param("by", by)
                .param("journey", Journeys.DEFAULT)
                .update();
    }

    boolean discard() {
        return jdbc.sql("DELETE FROM journey_draft WHERE journey = :journey")
                        .param("journey", Journeys.DEFAULT)
                        .update()
                == 1;
    }

    private static Draft toDraft(ResultSet row, int number) throws SQLException {
        return new Draft(
                JourneyDocument.read(row.getString("yaml")),
                row.getInt("based_on"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getString("started_by"),
                row.getObject("edited_at", OffsetDateTime.class).toInstant(),
                row.getString("edited_by"));
    }
}
