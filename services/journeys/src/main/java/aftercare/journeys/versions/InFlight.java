package aftercare.journeys.versions;

/** What becomes of enrolled patients when a version takes effect. */
enum InFlight {
    /** They stay on the version they follow; whoever enrolls from then on gets the new one. */
    STAY,
    /** Everybody follows the new version. */
    MOVE
}
