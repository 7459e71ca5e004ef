package aftercare.intake.visits;

import aftercare.intake.records.History;
import aftercare.intake.records.Version;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.PatientId;
import aftercare.schemas.SiteId;
import aftercare.schemas.clinic.Appointment;
import aftercare.schemas.clinic.Route;
import aftercare.schemas.clinic.VisitKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one version of an appointment says: how it stands, whether the patient has come, and what it is for. */
public record Booking(
        AppointmentId appointmentId,
        PatientId patientId,
        Standing standing,
        boolean arrived,
        @Nullable Instant arrivedAt,
        VisitKind kind,
        Route route,
        @Nullable String series,
        @Nullable Integer number,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        ZoneId zone,
        SiteId siteId) {
    /**
     * What all versions of one record come to: the last one. It keeps the last known time where a cancellation names none, dates the
     * arrival from when it was first recorded and stood since, and what was once booked and is now only asked for has been cancelled.
     */
    static Version<Booking> settled(List<Version<Booking>> asReceived) {
        var versions = History.inOrder(asReceived);
        var settled = versions.getFirst()
                .says()
                .after(null, versions.getFirst().stamp().recordedAt());
        for (var version : versions.subList(1, versions.size())) {
            settled = version.says().after(settled, version.stamp().recordedAt());
        }
        return new Version<>(versions.getLast().stamp(), settled);
    }

    private Booking after(@Nullable Booking before, Instant recordedAt) {
        var timed = startsAt != null || before == null ? this : before;
        return new Booking(
                appointmentId,
                patientId,
                before == null || before.standing == Standing.TENTATIVE || standing != Standing.TENTATIVE
                        ? standing
                        : Standing.CANCELLED,
                arrived,
                arrival(before, recordedAt),
                kind,
                route,
                series,
                number,
                timed.startsAt,
                timed.endsAt,
                zone,
                siteId);
    }

    private @Nullable Instant arrival(@Nullable Booking before, Instant recordedAt) {
        if (!arrived) {
            return null;
        }
        if (arrivedAt != null) {
            return arrivedAt;
        }
        return before != null && before.arrived ? before.arrivedAt : recordedAt;
    }

    /** Empty while no time is known: there is nothing to tell of such a visit. */
    Optional<Appointment> appointment() {
        return Optional.ofNullable(startsAt)
                .map(start -> new Appointment(
                        appointmentId, patientId, kind, route, series, number, start, endsAt, zone, siteId));
    }
}
