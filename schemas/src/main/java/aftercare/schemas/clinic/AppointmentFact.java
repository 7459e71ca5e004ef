package aftercare.schemas.clinic;

import aftercare.schemas.Event;

/** What is on {@code clinic.appointments}. */
public sealed interface AppointmentFact extends Event
        permits AppointmentBooked,
                AppointmentRescheduled,
                AppointmentModified,
                AppointmentCancelled,
                AppointmentNoShow {
    Appointment appointment();

    Provenance provenance();
}
