package aftercare.schemas.clinic;

import aftercare.schemas.EventType;
import aftercare.schemas.Topics;

/** A visit has a new start or end; the appointment holds the new ones. */
@EventType(value = "aftercare.intake.AppointmentRescheduled.v1", topic = Topics.APPOINTMENTS)
public record AppointmentRescheduled(Appointment appointment, Provenance provenance) implements AppointmentFact {}
