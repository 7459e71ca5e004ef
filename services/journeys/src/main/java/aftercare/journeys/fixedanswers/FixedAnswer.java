package aftercare.journeys.fixedanswers;

import aftercare.journeys.wording.Texts;
import aftercare.schemas.StaffId;
import java.time.Instant;

/**
 * What a machine may say to a routine question about one topic.
 *
 * @param enabled an admin can switch it off and keep its words
 */
public record FixedAnswer(String topic, Texts texts, boolean enabled, StaffId approvedBy, Instant approvedAt) {}
