package aftercare.journeys.versions;

import java.time.Instant;

/**
 * Who answers for a text.
 *
 * @param by a clinician's staff id, or in a demo {@code demo clinician} for what is shipped
 */
record Approval(String by, Instant at) {}
