package aftercare.escalation.cases;

import aftercare.schemas.StaffId;
import java.time.Instant;

/** What became of an attempt to resolve a case. */
sealed interface Ending {
    record Ended() implements Ending {}

    record Refused(Resolution.Refusal why) implements Ending {}

    record AlreadyResolved(StaffId by, Instant at) implements Ending {}

    record NoSuchCase() implements Ending {}
}
