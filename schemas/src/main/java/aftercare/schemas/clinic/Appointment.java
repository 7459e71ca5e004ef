package aftercare.schemas.clinic;

import aftercare.schemas.AppointmentId;
import aftercare.schemas.PatientId;
import aftercare.schemas.SiteId;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** An appointment as the clinic knows it. The number counts sessions within the series, from 1. */
public record Appointment(
        AppointmentId appointmentId,
        PatientId patientId,
        VisitKind kind,
        Route route,
        @Nullable String series,
        @Nullable Integer number,
        Instant startsAt,
        @Nullable Instant endsAt,
        ZoneId zone,
        SiteId siteId) {}
