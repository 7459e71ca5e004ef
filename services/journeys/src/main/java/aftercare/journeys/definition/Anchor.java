package aftercare.journeys.definition;

import java.util.Set;

/** The event that a touchpoint's offset counts from. */
public enum Anchor {
    /** The consent ledger took the patient's consent. */
    CONSENT,
    /** The visit got a time for the first time. */
    BOOKED,
    /** A visit that had a time got another. */
    RESCHEDULED,
    /** A visit was cancelled, and no other was booked in its place. */
    CANCELLED,
    /** The patient did not come. */
    NO_SHOW,
    /** The first session of a series begins. */
    FIRST_SESSION,
    /** A session begins. */
    SESSION,
    /** The patient was discharged; or, where the touchpoint names a fallback, should long have been. */
    COMPLETED,
    /** A series runs: from its first session, again and again, to the day of its last. */
    SERIES,
    /** The last session of a series is over and no further one is booked. */
    LAST_SESSION,
    /** The clinic's interval has passed since the last session, and no further one is booked. */
    MAINTENANCE_DUE,
    /** The patient answered an earlier check-in. */
    ANSWERED,
    /** The patient last wrote, or agreed, and has answered nothing since. */
    LAST_HEARD,
    /** A named human closed a case in a way that allows for contact. */
    CASE_CLOSED;

    /** Whether it speaks of a visit that is to come, so that nothing is said about it once the visit has begun. */
    public boolean isBeforeVisit() {
        return Set.of(BOOKED, RESCHEDULED, CANCELLED).contains(this);
    }

    /** Whether it lies in the past when it is known: one that is too old is history. */
    public boolean isHappening() {
        return !Set.of(FIRST_SESSION, SESSION, SERIES, MAINTENANCE_DUE).contains(this);
    }

    /** Whether it always belongs to one visit, whose date and time its text may tell. */
    public boolean isOfVisit() {
        return !Set.of(CONSENT, SERIES, ANSWERED, LAST_HEARD, CASE_CLOSED).contains(this);
    }
}
