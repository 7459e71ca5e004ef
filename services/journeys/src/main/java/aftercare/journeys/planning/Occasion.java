package aftercare.journeys.planning;

import aftercare.journeys.definition.Topic;
import aftercare.journeys.definition.Touchpoint;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.PatientId;
import aftercare.schemas.messaging.Window;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says of one touchpoint: its window, or why there is none.
 *
 * @param key what it may be said once for
 * @param window none where it was dropped before one could be found
 * @param inFavourOf the touchpoints that took its place, where the budget had none left
 * @param silentAt from when silence is a missed check-in
 * @param topic what it tells, where it draws its words from the topics
 * @param remindsOf the key of the question that it asks again
 */
public record Occasion(
        Touchpoint touchpoint,
        String key,
        @Nullable AppointmentId appointmentId,
        Why why,
        ZoneId zone,
        @Nullable Window window,
        @Nullable DropReason dropped,
        @Nullable String inFavourOf,
        @Nullable Instant silentAt,
        @Nullable Topic topic,
        @Nullable String remindsOf) {

    /** The same for the same patient and key, so that planning again finds what is there. */
    public UUID id(PatientId patient) {
        return id(patient, key);
    }

    static UUID id(PatientId patient, String key) {
        return UUID.nameUUIDFromBytes(("touchpoint/" + patient + "/" + key).getBytes(StandardCharsets.UTF_8));
    }

    public boolean isPlanned() {
        return dropped == null;
    }

    /** The window of what is planned, which always has one. */
    Window goesIn() {
        return Objects.requireNonNull(window);
    }

    public boolean isReminder() {
        return remindsOf != null;
    }

    /** The day on which it is said, where the patient lives. */
    @Nullable
    LocalDate day() {
        return window == null ? null : LocalDate.ofInstant(window.opensAt(), zone);
    }

    /** The first reason found is the one told. */
    Occasion droppedFor(DropReason reason) {
        return dropped != null ? this : with(window, reason, null, topic);
    }

    Occasion droppedInFavourOf(String others) {
        return dropped != null ? this : with(window, DropReason.OVER_BUDGET, others, topic);
    }

    Occasion at(Window other) {
        return with(other, dropped, inFavourOf, topic);
    }

    Occasion telling(Topic next) {
        return with(window, dropped, inFavourOf, next);
    }

    private Occasion with(
            @Nullable Window at, @Nullable DropReason reason, @Nullable String others, @Nullable Topic told) {
        return new Occasion(touchpoint, key, appointmentId, why, zone, at, reason, others, silentAt, told, remindsOf);
    }
}
