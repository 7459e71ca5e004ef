package aftercare.schemas.clinic;

import aftercare.schemas.Event;
import aftercare.schemas.PatientId;

/** What is on {@code clinic.patients}. */
public sealed interface PatientFact extends Event permits PatientChanged {
    PatientId patientId();

    Provenance provenance();
}
