package aftercare.intake.cloudevents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A CloudEvent as it came, and where in the call it stood. Never shows its data. */
record IncomingEvent(
        String source, String id, String type, @Nullable Instant time, JsonNode data, String at) {
    @Override
    public String toString() {
        return "IncomingEvent[" + type + "]";
    }
}
