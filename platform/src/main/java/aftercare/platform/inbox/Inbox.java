package aftercare.platform.inbox;

import java.util.UUID;

/** Remembers which events had their effect. */
public interface Inbox {

    /** Whether {@code consumer} meets this event for the first time; remembers it in the current transaction. */
    boolean firstTime(UUID eventId, String consumer);
}
