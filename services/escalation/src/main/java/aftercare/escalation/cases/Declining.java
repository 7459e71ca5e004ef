package aftercare.escalation.cases;

import aftercare.schemas.StaffId;

/** What became of a "no" to an offered case. */
public sealed interface Declining {
    record Declined(StaffId owner, StaffId to, CaseState.Acknowledged state) implements Declining {}

    /** To this person, or any more. */
    record NothingOffered() implements Declining {}

    record NoSuchCase() implements Declining {}
}
