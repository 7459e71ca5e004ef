package aftercare.schemas.journeys;

/** Why a touchpoint is staff's and not a machine's. */
public enum StaffCause {
    /** The journey asks something of staff. */
    PROMPT,
    /** A human approves, or changes, its words and sends them. */
    APPROVAL,
    /** A check on safety found no place among the texts that were promised: somebody asks in person. */
    NO_PLACE
}
