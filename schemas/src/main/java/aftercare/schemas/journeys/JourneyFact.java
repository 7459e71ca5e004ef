package aftercare.schemas.journeys;

import aftercare.schemas.Event;
import aftercare.schemas.PatientId;
import java.time.Instant;

/** What is on {@code journeys.events}. */
public sealed interface JourneyFact extends Event
        permits Enrolled,
                TouchpointPlanned,
                TouchpointForStaff,
                CheckInAnswered,
                CheckInMissed,
                RequestRaised,
                LowMoodFound,
                StaffNeeded {
    PatientId patientId();

    Instant at();
}
