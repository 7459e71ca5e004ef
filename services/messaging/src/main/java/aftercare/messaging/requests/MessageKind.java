package aftercare.messaging.requests;

/** Who wanted a text: journeys, or a patient by keyword. */
public enum MessageKind {
    REQUESTED,
    HELP,
    OPT_OUT_CONFIRMATION
}
