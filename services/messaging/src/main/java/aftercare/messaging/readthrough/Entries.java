package aftercare.messaging.readthrough;

import static aftercare.messaging.columns.Columns.array;
import static aftercare.messaging.columns.Columns.instant;
import static aftercare.messaging.columns.Columns.instantOrNull;
import static aftercare.messaging.columns.Columns.line;
import static aftercare.messaging.columns.Columns.textOrNull;
import static aftercare.messaging.columns.Columns.uuid;
import static aftercare.messaging.columns.Columns.uuidOrNull;

import aftercare.platform.sealing.Sealer;
import aftercare.platform.sealing.Sealer.SealBroken;
import aftercare.schemas.ReplyId;
import aftercare.schemas.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Replies in the clear with what the clinic had asked, oldest first. */
@Repository
class Entries {
    private static final Logger log = LoggerFactory.getLogger(Entries.class);

    private final JdbcClient jdbc;
    private final Sealer sealer;

    Entries(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    List<Entry> of(Collection<ReplyId> replies) {
        return jdbc.sql("""
                SELECT r.id, r.line_id, r.text, r.media_count, r.received_at, v.ending, v.reasons,
                       m.id AS asked_id, m.text AS asked, m.sending_at AS asked_at
                  FROM reply r
                  LEFT JOIN LATERAL (SELECT ending, reasons FROM verdict
                                      WHERE reply_id = r.id AND level = 'ROUTINE' AND purpose = 'LIVE'
                                      ORDER BY taken_at LIMIT 1) v ON true
                  LEFT JOIN LATERAL (SELECT id, text, sending_at FROM message
                                      WHERE line_id = r.line_id AND sending_no < r.no
                                        AND state NOT IN ('QUEUED', 'SKIPPED', 'REFUSED')
                                      ORDER BY (question IS NOT NULL AND answerable_until > r.received_at
                                                AND coalesce(answered_at > r.received_at, true)) DESC, sending_no DESC
                                      LIMIT 1) m ON true
                 WHERE r.id = ANY(:replies::uuid[]) ORDER BY r.received_at, r.id
                """)
                .param("replies", array(replies))
                .query((row, n) -> toEntry(row))
                .list();
    }

    private Entry toEntry(ResultSet row) throws SQLException {
        var id = uuid(row, "id");
        var askedId = uuidOrNull(row, "asked_id");
        return new Entry(
                new ReplyId(id),
                line(row, "line_id"),
                opened(row.getString("text"), id),
                row.getInt("media_count"),
                instant(row, "received_at"),
                askedId == null ? null : opened(row.getString("asked"), askedId),
                instantOrNull(row, "asked_at"),
                textOrNull(row, "ending"),
                reasons(row));
    }

    /** One text that no key opens must not keep the others from their reader. */
    private @Nullable String opened(String sealed, UUID id) {
        try {
            return sealer.open(new Sealed(sealed), id, "text");
        } catch (SealBroken broken) {
            log.atError().addKeyValue("text", id).log("A text can't be opened; its reader is told so");
            return null;
        }
    }

    private static List<String> reasons(ResultSet row) throws SQLException {
        var reasons = row.getArray("reasons");
        return reasons == null
                ? List.of()
                : Stream.of((Object[]) reasons.getArray()).map(Object::toString).toList();
    }
}
