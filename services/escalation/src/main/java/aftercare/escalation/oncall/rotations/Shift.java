package aftercare.escalation.oncall.rotations;

import aftercare.schemas.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time during which one person has the turn, or nobody.
 *
 * @param until the first instant that is not part of it
 * @param who none: nobody can take it
 * @param insteadOf whose turn it would have been, where it is not theirs
 */
public record Shift(
        Instant from,
        Instant until,
        @Nullable StaffId who,
        Reason reason,
        @Nullable StaffId insteadOf) {

    /** Why it is theirs. */
    public enum Reason {
        /** It is their turn. */
        TURN,
        /** Whose turn it would be is off, and they are next. */
        STAND_IN,
        SWAP,
        OVERRIDE,
        /** Before the first turn, or everybody is off. */
        NOBODY
    }
}
