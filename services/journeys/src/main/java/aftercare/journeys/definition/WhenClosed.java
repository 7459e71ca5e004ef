package aftercare.journeys.definition;

/** What becomes of a touchpoint whose day is a closure or holiday of the clinic, when no staff is there. */
public enum WhenClosed {
    /** It is said all the same: a check after a session waits for no holiday. */
    GO,
    /** It moves to the next day that the clinic is open, within a week. */
    MOVE,
    DROP
}
