package aftercare.escalation.cases;

import aftercare.schemas.StaffId;
import java.time.Instant;

/** What became of somebody's "I take it", or "I am on the phone with her". Of any number of people who say it, one has the case. */
public sealed interface Taking {
    record Taken(CaseState.Acknowledged state) implements Taking {}

    /** From a colleague who went quiet, who offered it, or who is not the one on the phone. */
    record TakenOver(StaffId from, CaseState.Acknowledged state) implements Taking {}

    /** {@code wasQuiet}: on-call was being paged again, and stops. */
    record AlreadyYours(CaseState.Acknowledged state, boolean wasQuiet) implements Taking {}

    record AlreadyTaken(StaffId by, Instant at) implements Taking {}

    record AlreadyResolved(StaffId by, Instant at) implements Taking {}

    record NoSuchCase() implements Taking {}
}
