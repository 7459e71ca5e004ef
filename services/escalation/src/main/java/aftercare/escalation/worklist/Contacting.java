package aftercare.escalation.worklist;

import aftercare.schemas.StaffId;
import java.time.Instant;

/** What became of a contact that somebody logged on a work item. */
public sealed interface Contacting {
    record Logged(WorkItem item) implements Contacting {}

    record AlreadyDone(StaffId by, Instant at) implements Contacting {}

    /** The item is not about speaking with a patient. */
    record NoContact() implements Contacting {}

    record Unknown() implements Contacting {}
}
