package aftercare.escalation.paging;

import aftercare.escalation.oncall.ContactKind;
import aftercare.escalation.ways.PageKind;
import aftercare.schemas.StaffId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One sending to a colleague, by one way; it may speak of several cases.
 *
 * @param kind why they are paged; none for what has its words already
 * @param drill it speaks of a drill, and of nothing else
 * @param trialOf the contact method whose code it carries; none for anything else
 */
record Dispatch(
        UUID id,
        StaffId staffId,
        ContactKind way,
        @Nullable PageKind kind,
        boolean drill,
        @Nullable String words,
        String token,
        int attempts,
        @Nullable UUID trialOf) {
    /** The id only (S9). */
    @Override
    public String toString() {
        return "Dispatch[" + id + "]";
    }
}
