package aftercare.platform.inbox;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code inbox}. A second transaction with the same event waits for the first to end. */
class JdbcInbox implements Inbox {
    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcInbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean firstTime(UUID eventId, String consumer) {
        return jdbc.sql("""
                INSERT INTO inbox (event_id, consumer, at) VALUES (:eventId, :consumer, :now)
                ON CONFLICT DO NOTHING
                """)
                        .param("eventId", eventId)
                        .param("consumer", consumer)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Transactional
    public int forgetBefore(Instant cutoff, int limit) {
        return jdbc.sql("""
                DELETE FROM inbox
                 WHERE (event_id, consumer) IN (SELECT event_id, consumer FROM inbox WHERE at < :cutoff
                                                 ORDER BY at LIMIT :limit FOR UPDATE SKIP LOCKED)
                """)
                .param("cutoff", cutoff.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .update();
    }
}
