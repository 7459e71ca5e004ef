package aftercare.journeys.planning;

import aftercare.journeys.definition.Touchpoint;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.PatientId;
import aftercare.schemas.messaging.Window;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says of one touchpoint: its window, or why there is none.
 *
 * @param key what it may be said once for
 * @param window none where it was dropped before one could be found
 * @param silentAt from when silence is a missed check-in
 */
public record Occasion(
        Touchpoint touchpoint,
        String key,
        @Nullable AppointmentId appointmentId,
        Why why,
        ZoneId zone,
        @Nullable Window window,
        @Nullable DropReason dropped,
        @Nullable Instant silentAt) {

    /** The same for the same patient and key, so that planning again finds what is there. */
    public UUID id(PatientId patient) {
        return UUID.nameUUIDFromBytes(("touchpoint/" + patient + "/" + key).getBytes(StandardCharsets.UTF_8));
    }

    public boolean isPlanned() {
        return dropped == null;
    }

    /** The first reason found is the one told. */
    Occasion droppedFor(DropReason reason) {
        return dropped != null ? this : droppedOnlyFor(reason);
    }

    Occasion droppedOnlyFor(DropReason reason) {
        return new Occasion(touchpoint, key, appointmentId, why, zone, window, reason, silentAt);
    }
}
