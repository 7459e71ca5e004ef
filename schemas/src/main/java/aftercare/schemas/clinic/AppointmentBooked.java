package aftercare.schemas.clinic;

import aftercare.schemas.EventType;
import aftercare.schemas.Topics;

/** A visit was booked. */
@EventType(value = "aftercare.intake.AppointmentBooked.v1", topic = Topics.APPOINTMENTS)
public record AppointmentBooked(Appointment appointment, Provenance provenance) implements AppointmentFact {}
