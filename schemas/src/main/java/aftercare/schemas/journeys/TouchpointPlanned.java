package aftercare.schemas.journeys;

import aftercare.schemas.AppointmentId;
import aftercare.schemas.EventType;
import aftercare.schemas.PatientId;
import aftercare.schemas.Topics;
import aftercare.schemas.messaging.Window;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A touchpoint has a time. Planned again under the same id, it moved. */
@EventType(value = "aftercare.journeys.TouchpointPlanned.v1", topic = Topics.JOURNEYS)
public record TouchpointPlanned(
        PatientId patientId,
        UUID touchpointId,
        String touchpoint,
        @Nullable AppointmentId appointmentId,
        Window window,
        Instant at)
        implements JourneyFact {}
