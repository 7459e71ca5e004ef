package aftercare.escalation.cases;

import java.util.Optional;

/** What became of a second person's look at an ending. */
sealed interface Reviewing {
    record Confirmed() implements Reviewing {}

    /** @param into the open case in which the reason was written, where it is not the reviewed one */
    record SentBack(Optional<Case> into) implements Reviewing {}

    /** Whoever ended a case does not review its ending. */
    record YourOwn() implements Reviewing {}

    /** Somebody has looked already, or the case was opened again. */
    record NotWaiting() implements Reviewing {}

    record NoSuchReview() implements Reviewing {}
}
