package aftercare.escalation.worklist;

import aftercare.schemas.HoldId;
import aftercare.schemas.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of an attempt to close a work item. */
sealed interface Closing {
    record Closed() implements Closing {}

    record AlreadyClosed(StaffId by, Instant at) implements Closing {}

    record NeedsClinician() implements Closing {}

    /** Whether texts go on is a decision of its own. */
    record ReleaseTheHold(@Nullable HoldId hold) implements Closing {}

    /** A patient was to be spoken with: it ends when they were reached. */
    record LogTheContact() implements Closing {}

    /** Each ending in it is confirmed or sent back. */
    record ReviewTheEndings() implements Closing {}

    record Unknown() implements Closing {}
}
