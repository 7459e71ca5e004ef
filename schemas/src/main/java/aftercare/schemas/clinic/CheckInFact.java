package aftercare.schemas.clinic;

import aftercare.schemas.Event;

/** What is on {@code clinic.checkins}. */
public sealed interface CheckInFact extends Event permits PatientArrived, SessionStarted, SessionCompleted {
    CheckIn checkIn();

    Provenance provenance();
}
