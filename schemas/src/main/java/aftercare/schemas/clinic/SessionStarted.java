package aftercare.schemas.clinic;

import aftercare.schemas.EventType;
import aftercare.schemas.Topics;

/** Dosing began. */
@EventType(value = "aftercare.intake.SessionStarted.v1", topic = Topics.CHECKINS)
public record SessionStarted(CheckIn checkIn, Provenance provenance) implements CheckInFact {}
