package aftercare.journeys.planning;

import aftercare.journeys.definition.Journeys;
import aftercare.journeys.definition.PublishedJourney;
import aftercare.schemas.PatientId;
import java.util.stream.Stream;
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

    /** Whether the version in force, or one that patients stay on, has this touchpoint. */
    public boolean anybodyFollows(String touchpoint) {
        return Stream.concat(Stream.of(journeys.version()), patients.versionsStayedOn().stream())
                .anyMatch(version -> journeys.version(version)
                        .journey()
                        .touchpoint(touchpoint)
                        .isPresent());
    }

    /** The number of the version in force. */
    int inForce() {
        return journeys.version();
    }
}
