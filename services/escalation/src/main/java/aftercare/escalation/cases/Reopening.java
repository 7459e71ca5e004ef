package aftercare.escalation.cases;

/** What became of an attempt to open a case again. */
sealed interface Reopening {
    record Reopened() implements Reopening {}

    record NotResolved() implements Reopening {}

    /** A line has one case at a time. */
    record AnotherIsOpen(Case other) implements Reopening {}

    /** Nobody is behind it: another exercise is started instead. */
    record WasAnExercise() implements Reopening {}

    record NoSuchCase() implements Reopening {}
}
