package aftercare.journeys.pauses;

/** What a pause is of. */
enum Scope {
    JOURNEY,
    PATIENT,
    TOUCHPOINT
}
