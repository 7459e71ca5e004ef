package aftercare.journeys.versions;

import org.jspecify.annotations.Nullable;

/** A text and whoever approved it; none: nobody yet. */
record ReadText(
        String id, String name, String digest, @Nullable Approval approval) {
    boolean isApproved() {
        return approval != null;
    }
}
