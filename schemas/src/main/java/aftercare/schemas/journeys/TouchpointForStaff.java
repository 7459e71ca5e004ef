package aftercare.schemas.journeys;

import aftercare.schemas.AppointmentId;
import aftercare.schemas.EventType;
import aftercare.schemas.PatientId;
import aftercare.schemas.Topics;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A touchpoint is with staff now. {@code name} says what it is; its words, where it has any, are asked of journeys by its id. */
@EventType(value = "aftercare.journeys.TouchpointForStaff.v1", topic = Topics.JOURNEYS)
public record TouchpointForStaff(
        PatientId patientId,
        UUID touchpointId,
        String touchpoint,
        String name,
        StaffCause cause,
        @Nullable AppointmentId appointmentId,
        Instant dueBy,
        Instant at)
        implements JourneyFact {}
