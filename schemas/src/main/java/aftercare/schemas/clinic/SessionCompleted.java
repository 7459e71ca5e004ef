package aftercare.schemas.clinic;

import aftercare.schemas.EventType;
import aftercare.schemas.Topics;

/** The patient was discharged from the clinic: not "drip ended" and not "chart signed". */
@EventType(value = "aftercare.intake.SessionCompleted.v1", topic = Topics.CHECKINS)
public record SessionCompleted(CheckIn checkIn, Provenance provenance) implements CheckInFact {}
