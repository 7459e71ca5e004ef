package aftercare.escalation.cases;

import aftercare.schemas.escalation.HoldChoice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An exercise is over, and with it its case: the one way out that no human takes, since nobody is behind the case. */
record Rehearsed(String note) implements WayOut {

    @Override
    public Disposition disposition() {
        return Disposition.EXERCISE_OVER;
    }

    @Override
    public HoldChoice hold() {
        return HoldChoice.RELEASE;
    }

    @Override
    public @Nullable Instant holdUntil() {
        return null;
    }

    @Override
    public @Nullable Instant nextContactAt() {
        return null;
    }
}
