package aftercare.schemas.clinic;

import aftercare.schemas.EventType;
import aftercare.schemas.Topics;

/** The patient did not come. */
@EventType(value = "aftercare.intake.AppointmentNoShow.v1", topic = Topics.APPOINTMENTS)
public record AppointmentNoShow(Appointment appointment, Provenance provenance) implements AppointmentFact {}
