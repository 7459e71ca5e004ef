package aftercare.escalation.oncall.rotations;

import aftercare.schemas.StaffId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a change to whose turn it is. */
sealed interface RotaDeed {
    /** {@code id} of what was made. */
    record Done(@Nullable UUID id) implements RotaDeed {}

    record NoSuchThing() implements RotaDeed {}

    /** Cases are taken by clinicians. */
    record NotOnCallStaff(StaffId who) implements RotaDeed {}

    record AlreadyOver() implements RotaDeed {}

    record TooLong() implements RotaDeed {}

    record HasTimeOff(TimeOff off) implements RotaDeed {}

    record Overlaps(ShiftOverride other) implements RotaDeed {}

    record NotTheirShift(StaffId who) implements RotaDeed {}

    record AlreadySettled(Swap.State state) implements RotaDeed {}
}
