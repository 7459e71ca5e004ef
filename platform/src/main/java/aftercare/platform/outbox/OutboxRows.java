package aftercare.platform.outbox;

import aftercare.platform.events.Letter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the relay asks of the table {@code outbox}. */
final class OutboxRows {
    private final JdbcClient jdbc;

    OutboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(long id, Letter letter) {}

    List<Integer> waitingBuckets() {
        return jdbc.sql("SELECT DISTINCT bucket FROM outbox WHERE published_at IS NULL ORDER BY bucket")
                .query((row, _) -> row.getInt("bucket"))
                .list();
    }

    /** Holds the bucket until the transaction ends; false when another instance has it. */
    boolean take(int bucket) {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtext(current_schema() || '.outbox'), :bucket)")
                .param("bucket", bucket)
                .query(Boolean.class)
                .single();
    }

    List<Row> unpublished(int bucket, int limit) {
        return jdbc.sql("""
                SELECT id, event_id, topic, key, happened_at, type, payload FROM outbox
                 WHERE bucket = :bucket AND published_at IS NULL ORDER BY id LIMIT :limit
                """)
                .param("bucket", bucket)
                .param("limit", limit)
                .query(OutboxRows::toRow)
                .list();
    }

    private static Row toRow(ResultSet row, int number) throws SQLException {
        var happenedAt = row.getObject("happened_at", OffsetDateTime.class);
        return new Row(
                row.getLong("id"),
                new Letter(
                        row.getObject("event_id", UUID.class),
                        row.getString("topic"),
                        row.getString("key"),
                        row.getString("type"),
                        happenedAt.toInstant(),
                        row.getString("payload")));
    }

    void markPublished(Collection<Long> ids, Instant now) {
        jdbc.sql("UPDATE outbox SET published_at = :now WHERE id = ANY (:ids)")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    int unpublishedCount() {
        return jdbc.sql("SELECT count(*) FROM outbox WHERE published_at IS NULL")
                .query(Integer.class)
                .single();
    }

    int deletePublishedBefore(Instant cutoff, int limit) {
        return jdbc.sql("""
                DELETE FROM outbox
                 WHERE id IN (SELECT id FROM outbox WHERE published_at < :cutoff ORDER BY published_at
                               LIMIT :limit FOR UPDATE SKIP LOCKED)
                """)
                .param("cutoff", cutoff.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .update();
    }
}
