package aftercare.messaging.readthrough;

import aftercare.schemas.LineId;
import aftercare.schemas.StaffId;
import aftercare.schemas.screening.Level;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What readers have said of a reply so far. */
record Mark(
        LineId lineId,
        @Nullable StaffId readBy,
        @Nullable Instant readAt,
        @Nullable StaffId flaggedBy,
        @Nullable Level flaggedLevel) {

    /** Whether a flag of this level says more than is known. Levels stand gravest first. */
    boolean isRaisedBy(Level level) {
        return flaggedLevel == null || level.compareTo(flaggedLevel) < 0;
    }
}
