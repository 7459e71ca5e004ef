package aftercare.platform.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hears of every record that could not be read and goes to its dead-letter topic. A service reacts by declaring a bean. */
public interface UnreadableEvents {

    /** Called until it returns, so perhaps more than once for the same place. */
    void found(UnreadableEvent event);

    /**
     * Where it lies and what could be made out of it.
     *
     * @param key its record key, a patient or line id
     * @param why quotes nothing of it
     */
    record UnreadableEvent(
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            @Nullable UUID eventId,
            @Nullable String type,
            String why) {}
}
