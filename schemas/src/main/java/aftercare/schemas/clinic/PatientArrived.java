package aftercare.schemas.clinic;

import aftercare.schemas.EventType;
import aftercare.schemas.Topics;

/** The patient came in. */
@EventType(value = "aftercare.intake.PatientArrived.v1", topic = Topics.CHECKINS)
public record PatientArrived(CheckIn checkIn, Provenance provenance) implements CheckInFact {}
