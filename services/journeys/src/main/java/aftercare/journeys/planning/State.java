package aftercare.journeys.planning;

import java.util.Set;

/** Where a touchpoint stands. */
public enum State {
    PLANNED,
    /** Messaging was asked to send it. */
    REQUESTED,
    /** The carrier is being called: it can't be withdrawn any more. */
    SENDING,
    /** Whether the carrier took it is unknown; it counts as said, since it is never said twice. */
    UNCERTAIN,
    SENT,
    UNDELIVERED,
    DELIVERED,
    SKIPPED,
    WITHDRAWN,
    /** It is with staff now; no machine says it. */
    HANDED_OVER;

    /** Whether the text left, or may have left, the house. */
    public boolean isSaid() {
        return switch (this) {
            case SENDING, UNCERTAIN, SENT, UNDELIVERED, DELIVERED -> true;
            case PLANNED, REQUESTED, SKIPPED, WITHDRAWN, HANDED_OVER -> false;
        };
    }

    /** Whether it may still be said. */
    boolean isOpen() {
        return this == PLANNED || this == REQUESTED;
    }

    /** Receipts come in any order: a report that knows less than what is known changes nothing. */
    boolean mayBecome(State next) {
        return next().contains(next);
    }

    private Set<State> next() {
        return switch (this) {
            case PLANNED ->
                Set.of(REQUESTED, SKIPPED, WITHDRAWN, HANDED_OVER, SENDING, UNCERTAIN, SENT, UNDELIVERED, DELIVERED);
            case REQUESTED -> Set.of(PLANNED, SENDING, UNCERTAIN, SENT, UNDELIVERED, DELIVERED, SKIPPED, WITHDRAWN);
            case SENDING -> Set.of(UNCERTAIN, SENT, UNDELIVERED, DELIVERED);
            case UNCERTAIN -> Set.of(SENT, UNDELIVERED, DELIVERED);
            case SENT -> Set.of(UNDELIVERED, DELIVERED);
            case UNDELIVERED -> Set.of(DELIVERED);
            case DELIVERED, HANDED_OVER -> Set.of();
            // A text that was being sent when it was withdrawn or believed skipped did go out.
            case SKIPPED, WITHDRAWN -> Set.of(PLANNED, SENDING, UNCERTAIN, SENT, UNDELIVERED, DELIVERED);
        };
    }
}
