package aftercare.schemas.clinic;

import aftercare.schemas.AppointmentId;
import aftercare.schemas.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step of a session day. Kind and route are named where the visit itself says them; otherwise the appointment does. {@code enteredInError} takes the step back. */
public record CheckIn(
        PatientId patientId,
        AppointmentId appointmentId,
        Instant at,
        @Nullable VisitKind kind,
        @Nullable Route route,
        boolean enteredInError) {}
