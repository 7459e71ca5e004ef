package aftercare.escalation.paging;

import aftercare.schemas.StaffId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One text to a colleague, under way.
 *
 * @param kind why they are paged; none for a notice, which has its words already
 */
record StaffText(
        UUID id,
        StaffId staffId,
        @Nullable PageKind kind,
        @Nullable String words,
        String token,
        int attempts) {
    /** The id only (S9). */
    @Override
    public String toString() {
        return "StaffText[" + id + "]";
    }
}
