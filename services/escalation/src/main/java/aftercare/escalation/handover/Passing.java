package aftercare.escalation.handover;

import aftercare.schemas.StaffId;

/** What is told about a rotation whose turn may have passed. */
sealed interface Passing {
    /** Nobody had it and nobody has it, or nothing has changed since it was told. */
    record Nothing() implements Passing {}

    record Stays(StaffId who) implements Passing {}

    record Begins(StaffId incoming) implements Passing {}

    record Passes(StaffId outgoing, StaffId incoming) implements Passing {}

    /** Nobody can take it after them. */
    record Ends(StaffId outgoing) implements Passing {}
}
