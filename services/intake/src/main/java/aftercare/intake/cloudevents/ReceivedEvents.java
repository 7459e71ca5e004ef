package aftercare.intake.cloudevents;

import static java.time.ZoneOffset.UTC;

import aftercare.platform.sealing.Sealer;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The events that were taken, by source and id. */
@Repository
class ReceivedEvents {
    private final JdbcClient jdbc;
    private final Sealer sealer;

    ReceivedEvents(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    /**
     * Whether an event comes for the first time; remembers it in the current transaction.
     *
     * @throws EventsRefused when its id was used for another event
     */
    boolean firstTime(IncomingEvent event, Instant now) {
        var digest = sealer.lookup(event.type() + "\n" + event.data());
        var inserted = jdbc.sql("""
                INSERT INTO received_event (source, event_id, digest, received_at)
                VALUES (:source, :id, :digest, :now) ON CONFLICT DO NOTHING
                """)
                .param("source", event.source())
                .param("id", event.id())
                .param("digest", digest)
                .param("now", now.atOffset(UTC))
                .update();
        if (inserted == 0 && !digest.equals(held(event))) {
            throw new EventsRefused(
                    409,
                    "event-id-reused",
                    "Nothing was taken: source and id were used for another event. Give each event an id of its own.",
                    List.of(new Fault(event.at() + ".id", "This id belongs to another event of this source.")));
        }
        return inserted == 1;
    }

    private String held(IncomingEvent event) {
        return jdbc.sql("SELECT digest FROM received_event WHERE source = :source AND event_id = :id")
                .param("source", event.source())
                .param("id", event.id())
                .query(String.class)
                .single();
    }
}
