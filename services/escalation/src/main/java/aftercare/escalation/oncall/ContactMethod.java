package aftercare.escalation.oncall;

import aftercare.schemas.StaffId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One way to reach a colleague or an answering service.
 *
 * @param verifiedAt when its owner last gave back a code that was sent to it; none: nobody knows whether it reaches them
 */
public record ContactMethod(
        UUID id,
        StaffId staff,
        ContactKind kind,
        String address,
        @Nullable Instant verifiedAt) {
    public boolean isVerified() {
        return verifiedAt != null;
    }

    /** The id only (S9). */
    @Override
    public String toString() {
        return "ContactMethod[" + id + "]";
    }
}
