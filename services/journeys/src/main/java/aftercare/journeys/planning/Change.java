package aftercare.journeys.planning;

import aftercare.schemas.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * What planning changes about one touchpoint.
 *
 * @param announced whether it has a time that it had not before
 * @param withdraws a message that messaging was asked for and should no longer send
 */
record Change(
        PlannedTouchpoint touchpoint,
        boolean announced,
        @Nullable MessageId withdraws) {}
