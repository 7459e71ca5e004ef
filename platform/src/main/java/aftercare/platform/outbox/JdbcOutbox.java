package aftercare.platform.outbox;

import aftercare.platform.events.Letter;
import aftercare.schemas.Event;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The table {@code outbox}. */
class JdbcOutbox implements Outbox {
    private final JdbcClient jdbc;
    private final Runnable wake;

    JdbcOutbox(JdbcClient jdbc, Runnable wake) {
        this.jdbc = jdbc;
        this.wake = wake;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(UUID eventId, String key, Instant time, Event event) {
        put(Letter.of(eventId, key, time, event));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(String topic, UUID eventId, String key, Instant time, Event event) {
        put(Letter.of(eventId, key, time, event).to(topic));
    }

    private void put(Letter letter) {
        jdbc.sql("""
                INSERT INTO outbox (event_id, bucket, topic, key, type, payload, happened_at)
                VALUES (:eventId, :bucket, :topic, :key, :type, :payload, :happenedAt)
                """)
                .param("eventId", letter.eventId())
                .param("bucket", Bucket.of(letter.key()))
                .param("topic", letter.topic())
                .param("key", letter.key())
                .param("type", letter.type())
                .param("payload", letter.json())
                .param("happenedAt", letter.time().atOffset(ZoneOffset.UTC))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new WakeAfterCommit(wake));
    }

    /** Equal for the same relay, so that a transaction wakes it once. */
    private record WakeAfterCommit(Runnable wake) implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            wake.run();
        }
    }
}
