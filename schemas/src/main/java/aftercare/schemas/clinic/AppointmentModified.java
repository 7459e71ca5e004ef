package aftercare.schemas.clinic;

import aftercare.schemas.EventType;
import aftercare.schemas.Topics;

/** Something other than the time changed. */
@EventType(value = "aftercare.intake.AppointmentModified.v1", topic = Topics.APPOINTMENTS)
public record AppointmentModified(Appointment appointment, Provenance provenance) implements AppointmentFact {}
