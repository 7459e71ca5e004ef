package aftercare.schemas.journeys;

import aftercare.schemas.EventType;
import aftercare.schemas.PatientId;
import aftercare.schemas.Topics;
import java.time.Instant;

/** A patient entered a journey. */
@EventType(value = "aftercare.journeys.Enrolled.v1", topic = Topics.JOURNEYS)
public record Enrolled(PatientId patientId, String journey, int version, Instant at) implements JourneyFact {}
