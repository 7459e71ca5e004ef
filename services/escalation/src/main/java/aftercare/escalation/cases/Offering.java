package aftercare.escalation.cases;

import aftercare.schemas.StaffId;
import java.time.Instant;

/** What became of an owner's wish to pass a case on. */
public sealed interface Offering {
    /** The colleague is being paged; until they take it the case stays the owner's. */
    record Offered(CaseState.Acknowledged state) implements Offering {}

    record NotYours(StaffId by, Instant at) implements Offering {}

    record NobodyHasIt() implements Offering {}

    /** No page reaches them, or they are no clinician, or they are the owner. */
    record CannotTakeIt(StaffId to) implements Offering {}

    record AlreadyResolved(StaffId by, Instant at) implements Offering {}

    record NoSuchCase() implements Offering {}
}
