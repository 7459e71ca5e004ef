package aftercare.escalation.pagerline;

import static aftercare.escalation.columns.Columns.at;
import static aftercare.escalation.columns.Columns.instant;

import aftercare.platform.sealing.Sealer;
import aftercare.schemas.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of texts that reached the paging number. */
@Repository
class PagerTexts {
    private final JdbcClient jdbc;
    private final Sealer sealer;

    PagerTexts(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    /** Stored once, however often the carrier calls. */
    void store(String carrierId, String from, String body, int mediaCount, Instant now) {
        jdbc.sql("""
                INSERT INTO pager_text (carrier_id, sender, body, media_count, received_at, due_at)
                VALUES (:id, :sender, :body, :media, :now, :now)
                ON CONFLICT (carrier_id) DO NOTHING
                """)
                .param("id", carrierId)
                .param("sender", sealer.seal(from, carrierId, "sender").sealed())
                .param("body", sealer.seal(body, carrierId, "body").sealed())
                .param("media", mediaCount)
                .param("now", at(now))
                .update();
    }

    List<PagerText> claim(Instant now, Duration lease, int limit) {
        return jdbc.sql("""
                UPDATE pager_text SET claimed_until = :until, attempts = attempts + 1
                 WHERE carrier_id IN (SELECT carrier_id FROM pager_text
                                       WHERE settled_at IS NULL AND due_at <= :now AND coalesce(claimed_until, :now) <= :now
                                       ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED)
                RETURNING *
                """)
                .param("now", at(now))
                .param("until", at(now.plus(lease)))
                .param("limit", limit)
                .query(this::toText)
                .list();
    }

    void settle(String carrierId, String outcome, Instant now) {
        jdbc.sql("UPDATE pager_text SET settled_at = :now, outcome = :outcome WHERE carrier_id = :id")
                .param("now", at(now))
                .param("outcome", outcome)
                .param("id", carrierId)
                .update();
    }

    void again(String carrierId, Instant dueAt) {
        jdbc.sql("UPDATE pager_text SET due_at = :due, claimed_until = NULL WHERE carrier_id = :id")
                .param("due", at(dueAt))
                .param("id", carrierId)
                .update();
    }

    int unsettled() {
        return jdbc.sql("SELECT count(*) FROM pager_text WHERE settled_at IS NULL")
                .query(Integer.class)
                .single();
    }

    private PagerText toText(ResultSet row, int n) throws SQLException {
        var id = row.getString("carrier_id");
        return new PagerText(
                id,
                sealer.open(new Sealed(row.getString("sender")), id, "sender"),
                sealer.open(new Sealed(row.getString("body")), id, "body"),
                row.getInt("media_count"),
                instant(row, "received_at"),
                row.getInt("attempts"));
    }
}
