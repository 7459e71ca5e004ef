package aftercare.journeys.planning;

import aftercare.journeys.definition.Journeys;
import aftercare.journeys.definition.PublishedJourney;
import aftercare.schemas.PatientId;
import org.springframework.stereotype.Component;

/** Which version a patient's plan follows: the one in force, unless they stay on the one they began with. */
@Component
public class JourneyOf {
    private final Journeys journeys;
    private final Patients patients;

    JourneyOf(Journeys journeys, Patients patients) {
        this.journeys = journeys;
        this.patients = patients;
    }

    public PublishedJourney patient(PatientId patient) {
        return patients.staysOn(patient).map(journeys::version).orElseGet(journeys::current);
    }

    /** The number of the version in force. */
    int inForce() {
        return journeys.version();
    }
}
