package aftercare.escalation.pagerline;

import java.time.Instant;

/** A text that reached the paging number. */
record PagerText(String carrierId, String from, String body, int mediaCount, Instant receivedAt, int attempts) {
    /** The id only (S9). */
    @Override
    public String toString() {
        return "PagerText[" + carrierId + "]";
    }
}
