package aftercare.messaging.sending;

import static aftercare.messaging.columns.Columns.at;
import static aftercare.messaging.columns.Columns.instantOrNull;

import aftercare.platform.clock.WorkSource;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The texts that are due or under way. A held one is due again when its window ends, and is not pending before. */
@Component
class SendingWork implements WorkSource {
    private final JdbcClient jdbc;

    SendingWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int pending(Instant now) {
        return jdbc.sql("""
                SELECT count(*) FROM message
                 WHERE (state = 'QUEUED' AND due_at <= :now) OR state = 'SENDING' OR (state = 'UNCERTAIN' AND closes_at <= :now)
                """).param("now", at(now)).query(Integer.class).single();
    }

    @Override
    public Optional<Instant> nextDueAfter(Instant now) {
        return jdbc.sql("""
                SELECT least((SELECT min(due_at) FROM message WHERE state = 'QUEUED' AND due_at > :now),
                             (SELECT min(closes_at) FROM message WHERE state = 'UNCERTAIN' AND closes_at > :now)) AS next
                """)
                .param("now", at(now))
                .query((row, n) -> Optional.ofNullable(instantOrNull(row, "next")))
                .single();
    }
}
