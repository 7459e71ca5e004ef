package aftercare.escalation.cases;

/** What became of an attempt to reach the patient by voice. */
public enum CallOutcome {
    REACHED,
    /** Picked up, after a call put through from a page; whether by the patient only the caller can say. */
    CONNECTED,
    NO_ANSWER,
    VOICEMAIL,
    WRONG_PERSON
}
