package aftercare.journeys.definition;

/** The event that a touchpoint's offset counts from. */
public enum Anchor {
    /** The consent ledger took the patient's consent. */
    CONSENT,
    /** The visit got its present time, by booking or by rescheduling. */
    BOOKED,
    /** The first session of a series begins. */
    FIRST_SESSION,
    /** A session begins. */
    SESSION,
    /** The patient was discharged; or, where the touchpoint names a fallback, should long have been. */
    COMPLETED
}
