package aftercare.escalation.exercises;

/** How an exercise ended. */
enum Outcome {
    CLOSED("The page came back."),
    MISSED("The page did not come back in time."),
    RESOLVED("It was taken and resolved."),
    CALLED_OFF("It was called off."),
    PATIENT_CAME("A patient needed somebody, so it was called off at once."),
    UNANSWERED("Nobody took it in time."),
    UNFINISHED("It was taken, and nobody resolved it in time."),
    NEVER_OPENED("Its text never became a case.");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    /** For people. */
    String words() {
        return words;
    }
}
