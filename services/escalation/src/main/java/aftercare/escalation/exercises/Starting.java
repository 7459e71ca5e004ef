package aftercare.escalation.exercises;

/** What became of the wish to start an exercise. */
sealed interface Starting {
    record Started(Exercise exercise) implements Starting {}

    /** Another is not over. */
    record Busy(Exercise other) implements Starting {}

    /** A patient waits for somebody: nobody practises now. */
    record PatientWaits() implements Starting {}

    record Unfit(Readiness.Why why) implements Starting {}
}
