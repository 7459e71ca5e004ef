package aftercare.messaging.threads;

import static aftercare.messaging.columns.Columns.array;
import static aftercare.messaging.columns.Columns.instant;
import static aftercare.messaging.columns.Columns.textOrNull;
import static aftercare.messaging.columns.Columns.uuid;

import aftercare.platform.sealing.Sealer;
import aftercare.schemas.LineId;
import aftercare.schemas.Sealed;
import aftercare.schemas.messaging.Sender;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said on lines, oldest first. */
@Repository
class LineThreads {
    // Crossed: begun before a reply that pages was committed, and ended after it or within the ten seconds before.
    private static final String TEXTS = """
            SELECT r.id, 'PATIENT' AS sender, r.text, r.received_at AS at, 'RECEIVED' AS status,
                   coalesce(r.level, CASE WHEN r.unscreened_at IS NOT NULL THEN 'UNSCREENED' END) AS level,
                   NULL AS touchpoint, false AS crossed, NULL AS author, r.no AS no
              FROM reply r WHERE r.line_id = ANY(:lines::uuid[])
            UNION ALL
            SELECT m.id, 'CLINIC', m.text, m.sending_at, m.state, NULL, m.touchpoint,
                   EXISTS (SELECT 1 FROM reply r
                            WHERE r.line_id = m.line_id AND (r.level = 'CRISIS' OR r.unscreened_at IS NOT NULL)
                              AND m.sending_no < r.no
                              AND (m.settled_no IS NULL OR m.settled_no > r.no
                                   OR r.received_at - m.settled_at <= interval '10 seconds')),
                   m.author, m.sending_no
              FROM message m WHERE m.line_id = ANY(:lines::uuid[]) AND m.sending_at IS NOT NULL
             ORDER BY at, no
            """;

    private final JdbcClient jdbc;
    private final Sealer sealer;

    LineThreads(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    List<ThreadEntry> of(Collection<LineId> lines) {
        return jdbc.sql(TEXTS)
                .param("lines", array(lines))
                .query((row, n) -> toEntry(row))
                .list();
    }

    private ThreadEntry toEntry(ResultSet row) throws SQLException {
        var id = uuid(row, "id");
        return new ThreadEntry(
                id,
                Sender.valueOf(row.getString("sender")),
                sealer.open(new Sealed(row.getString("text")), id, "text"),
                instant(row, "at"),
                row.getString("status"),
                textOrNull(row, "level"),
                textOrNull(row, "touchpoint"),
                row.getBoolean("crossed"),
                textOrNull(row, "author"));
    }
}
