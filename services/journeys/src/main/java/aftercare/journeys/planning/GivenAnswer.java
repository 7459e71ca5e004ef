package aftercare.journeys.planning;

import java.time.Instant;
import java.util.UUID;

/**
 * An answer, bound to its question.
 *
 * @param touchpointId the patient's touchpoint that asked
 * @param value in its canonical form; of an instrument, its score
 */
public record GivenAnswer(String touchpoint, UUID touchpointId, String value, Instant at) {}
