package aftercare.escalation.worklist;

import aftercare.schemas.StaffId;
import java.time.Instant;

/** What became of an attempt to release a hold. */
sealed interface Releasing {
    record Released() implements Releasing {}

    record AlreadyReleased(StaffId by, Instant at) implements Releasing {}

    /** The hold belongs to a case that nobody has resolved. */
    record CaseIsOpen() implements Releasing {}

    record Unknown() implements Releasing {}
}
