package aftercare.journeys.definition;

/** How often a touchpoint may be said at most. */
public enum OncePer {
    /** Once in a patient's life. */
    PATIENT,
    /** Once for a visit on one local day, however its hour is corrected. */
    DAY,
    /** Once for each start a visit is given: a new time is a new text. */
    START
}
