package aftercare.messaging.requests;

import java.util.Set;

/** How far a text has come. Every move passes {@link #mayBecome}. */
public enum MessageState {
    QUEUED,
    /** Committed before the carrier is called. */
    SENDING,
    SENT,
    DELIVERED,
    UNDELIVERED,
    /** The carrier certainly did not take it. */
    REFUSED,
    /** Nobody knows whether the carrier took it; it is never sent again (S6). */
    UNCERTAIN,
    /** The window ended without a sign of it. */
    UNKNOWN,
    SKIPPED;

    public boolean mayBecome(MessageState next) {
        return next().contains(next);
    }

    private Set<MessageState> next() {
        return switch (this) {
            case QUEUED -> Set.of(SENDING, SKIPPED);
            // Back to the queue only where the carrier said for certain that it did not take the text.
            case SENDING -> Set.of(SENT, DELIVERED, UNDELIVERED, REFUSED, UNCERTAIN, QUEUED);
            case UNCERTAIN -> Set.of(SENT, DELIVERED, UNDELIVERED, REFUSED, UNKNOWN);
            case UNKNOWN -> Set.of(SENT, DELIVERED, UNDELIVERED, REFUSED); // a late sign still counts
            case SENT -> Set.of(DELIVERED, UNDELIVERED);
            case DELIVERED, UNDELIVERED, REFUSED, SKIPPED -> Set.of();
        };
    }
}
