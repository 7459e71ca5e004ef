package aftercare.platform.events;

import java.util.concurrent.CompletableFuture;

/** The way to Kafka for letters that already lie in a table; everybody else has the outbox or the {@link EventPublisher}. */
public interface Mailbox {

    /** Completes when the broker has acknowledged the letter; fails, within seconds, when it did not. */
    CompletableFuture<?> send(Letter letter);
}
