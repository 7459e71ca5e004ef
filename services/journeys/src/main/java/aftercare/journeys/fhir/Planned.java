package aftercare.journeys.fhir;

import aftercare.journeys.planning.PlannedTouchpoint;
import aftercare.journeys.planning.State;
import aftercare.journeys.planning.Why;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.messaging.Purpose;
import aftercare.schemas.messaging.Window;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A touchpoint of the plan, said or not.
 *
 * @param name what the journey calls it
 * @param onHold it may still go, and waits for a human
 * @param reason why it stands as it does, where that is not plain
 */
public record Planned(
        UUID id,
        String touchpoint,
        String name,
        Purpose purpose,
        @Nullable AppointmentId appointmentId,
        @Nullable Window window,
        ZoneId zone,
        Why why,
        State state,
        boolean onHold,
        @Nullable String reason) {
    private static final String PAUSED = "PAUSED";
    private static final String HELD = "HELD";

    /** @param held everything to this patient is */
    public static Planned of(PlannedTouchpoint touchpoint, String name, boolean held, Instant now) {
        boolean waits = held && isOpen(touchpoint.state());
        return new Planned(
                touchpoint.id(),
                touchpoint.touchpoint(),
                name,
                touchpoint.purpose(),
                touchpoint.appointmentId(),
                touchpoint.window(),
                touchpoint.zone(),
                touchpoint.why(),
                touchpoint.state(),
                waits || isPaused(touchpoint, now),
                waits ? HELD : reason(touchpoint));
    }

    private static boolean isOpen(State state) {
        return state == State.PLANNED || state == State.REQUESTED;
    }

    /** What somebody paused goes after all if they go on before its window is over. */
    private static boolean isPaused(PlannedTouchpoint touchpoint, Instant now) {
        var window = touchpoint.window();
        return PAUSED.equals(touchpoint.reason())
                && !touchpoint.state().isSaid()
                && window != null
                && now.isBefore(window.closesAt());
    }

    private static @Nullable String reason(PlannedTouchpoint touchpoint) {
        return switch (touchpoint.state()) {
            case UNCERTAIN, UNDELIVERED, HANDED_OVER -> touchpoint.state().name();
            case PLANNED, REQUESTED, SENDING, SENT, DELIVERED, SKIPPED, WITHDRAWN -> touchpoint.reason();
        };
    }
}
