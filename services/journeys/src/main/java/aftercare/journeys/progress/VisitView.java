package aftercare.journeys.progress;

import aftercare.journeys.facts.Visit;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.clinic.Route;
import aftercare.schemas.clinic.VisitKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A visit as it stands. */
record VisitView(
        AppointmentId appointmentId,
        VisitKind kind,
        Route route,
        Visit.Standing standing,
        @Nullable String series,
        @Nullable Integer number,
        Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Instant cameAt,
        @Nullable Instant completedAt) {
    static VisitView of(Visit visit) {
        return new VisitView(
                visit.id(),
                visit.kind(),
                visit.route(),
                visit.standing(),
                visit.series(),
                visit.number(),
                visit.startsAt(),
                visit.endsAt(),
                visit.cameAt(),
                visit.completedAt());
    }
}
