package aftercare.journeys.planning;

import aftercare.journeys.definition.Journey;
import aftercare.journeys.facts.PatientHistory;
import aftercare.journeys.facts.Visit;
import aftercare.schemas.AppointmentId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which session of its series a visit is, as plans count them. */
public final class SessionNumber {
    private SessionNumber() {}

    /**
     * From 1; nothing for what is no session, or none that takes place.
     *
     * @param zone of the patient
     */
    public static Optional<Integer> of(
            @Nullable AppointmentId appointment, PatientHistory history, Journey journey, ZoneId zone, Instant now) {
        var course = new Course(history.visits(), journey, Zones.of(history, zone), now);
        return history.visits().stream()
                .filter(visit -> visit.id().equals(appointment))
                .filter(Visit::isSession)
                .filter(course::takesPlace)
                .findFirst()
                .map(course::numberOf);
    }
}
