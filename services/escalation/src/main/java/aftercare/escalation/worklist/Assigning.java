package aftercare.escalation.worklist;

import aftercare.schemas.StaffId;
import java.time.Instant;

/** What became of an attempt to give a work item an owner. */
sealed interface Assigning {
    record Assigned() implements Assigning {}

    record AlreadyClosed(StaffId by, Instant at) implements Assigning {}

    record Unknown() implements Assigning {}
}
