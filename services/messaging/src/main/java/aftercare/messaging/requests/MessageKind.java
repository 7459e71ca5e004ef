package aftercare.messaging.requests;

/** Who wanted a text: journeys, a patient by keyword, or a member of staff. */
public enum MessageKind {
    REQUESTED,
    HELP,
    OPT_OUT_CONFIRMATION,
    /** A member of staff typed it. */
    TYPED
}
