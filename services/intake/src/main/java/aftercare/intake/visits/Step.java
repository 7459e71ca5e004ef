package aftercare.intake.visits;

/** How far a session day has come; each step includes those before it. */
public enum Step {
    /** Not yet there, or taken back. */
    NONE,
    ARRIVED,
    STARTED,
    /** Discharged from the clinic. */
    COMPLETED
}
