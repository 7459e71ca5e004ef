package aftercare.schemas.clinic;

import aftercare.schemas.EventType;
import aftercare.schemas.Topics;

/** A visit was cancelled, or had been entered in error. */
@EventType(value = "aftercare.intake.AppointmentCancelled.v1", topic = Topics.APPOINTMENTS)
public record AppointmentCancelled(Appointment appointment, Provenance provenance) implements AppointmentFact {}
