package aftercare.platform.events;

import aftercare.schemas.Event;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** What became of a record's bytes. Never fails: a record that can't be read must not stop those behind it. */
public sealed interface Reading {

    /** An event of a type this version knows. */
    record Known(UUID id, Instant time, Event payload, Bytes bytes) implements Reading {
        @Override
        public String toString() {
            return "Known[" + payload.getClass().getSimpleName() + " " + id + "]";
        }
    }

    /** An event of a type that is newer than this version, or none of its business. */
    record Unknown(String type) implements Reading {}

    /** No event, or not a whole one. {@code why} quotes nothing of it. */
    record Unreadable(
            String why, @Nullable UUID id, @Nullable String type, Bytes bytes) implements Reading {
        @Override
        public String toString() {
            return "Unreadable[" + why + " " + id + "]";
        }
    }
}
