package aftercare.journeys.planning;

import aftercare.schemas.PatientId;

/** What humans stopped: where planning learns of pauses and closures. */
public interface Stops {
    /** Those of the journey, of the patient and of touchpoints. */
    Pauses pausesOf(PatientId patient);

    Closures closures();
}
