package aftercare.messaging.rescreening;

import static aftercare.messaging.columns.Columns.at;
import static aftercare.messaging.columns.Columns.instant;
import static aftercare.messaging.columns.Columns.instantOrNull;
import static aftercare.messaging.columns.Columns.textOrNull;
import static aftercare.messaging.columns.Columns.uuid;

import aftercare.messaging.gate.EngineVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of runs; at most one goes on at a time. */
@Repository
class Runs {
    private static final String PROGRESS = """
            SELECT n.*, (SELECT count(*) FROM rescreen s WHERE s.run_id = n.id) AS replies,
                   (SELECT count(*) FROM rescreen s WHERE s.run_id = n.id AND s.sent_at IS NOT NULL) AS sent,
                   (SELECT count(*) FROM rescreen s WHERE s.run_id = n.id AND s.answered_at IS NOT NULL) AS answered,
                   (SELECT count(*) FROM rescreen s WHERE s.run_id = n.id AND s.late) AS found_late
              FROM rescreen_run n
            """;

    private final JdbcClient jdbc;

    Runs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody else starts or ends a run until the end of the transaction. */
    void lockAll() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('messaging/rescreening', 0))")
                .query((row, n) -> n)
                .list();
    }

    Optional<Run> current() {
        return jdbc.sql("SELECT * FROM rescreen_run WHERE ended_at IS NULL")
                .query(Runs::toRun)
                .optional();
    }

    /** The run that goes on, locked; empty while another instance works on it. */
    Optional<Run> lockCurrent() {
        return jdbc.sql("SELECT * FROM rescreen_run WHERE ended_at IS NULL FOR UPDATE SKIP LOCKED")
                .query(Runs::toRun)
                .optional();
    }

    void add(Run run, Instant now) {
        jdbc.sql("INSERT INTO rescreen_run (id, version, since, started_at) VALUES (:id, :version, :since, :now)")
                .param("id", run.id())
                .param("version", run.version().name())
                .param("since", at(run.since()))
                .param("now", at(now))
                .update();
    }

    void end(Run run, String ending, Instant now) {
        jdbc.sql("UPDATE rescreen_run SET ended_at = :now, ending = :ending WHERE id = :id")
                .param("now", at(now))
                .param("ending", ending)
                .param("id", run.id())
                .update();
    }

    Progress progress(Run run) {
        return jdbc.sql(PROGRESS + " WHERE n.id = :id")
                .param("id", run.id())
                .query((row, n) -> toProgress(row))
                .single();
    }

    /** The latest first. */
    List<Progress> latest(int limit) {
        return jdbc.sql(PROGRESS + " ORDER BY n.started_at DESC LIMIT :limit")
                .param("limit", limit)
                .query((row, n) -> toProgress(row))
                .list();
    }

    private static Run toRun(ResultSet row, int n) throws SQLException {
        return new Run(uuid(row, "id"), new EngineVersion(row.getString("version")), instant(row, "since"));
    }

    private static Progress toProgress(ResultSet row) throws SQLException {
        UUID run = uuid(row, "id");
        return new Progress(
                run,
                row.getString("version"),
                instant(row, "since"),
                instant(row, "started_at"),
                instantOrNull(row, "ended_at"),
                textOrNull(row, "ending"),
                row.getInt("replies"),
                row.getInt("sent"),
                row.getInt("answered"),
                row.getInt("found_late"));
    }
}
