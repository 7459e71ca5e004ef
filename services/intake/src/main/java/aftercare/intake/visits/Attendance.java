package aftercare.intake.visits;

import aftercare.intake.records.History;
import aftercare.intake.records.Version;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.PatientId;
import aftercare.schemas.clinic.Route;
import aftercare.schemas.clinic.VisitKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far one version of an encounter, or one check-in fact, says the patient has come. Times it does not say are null. */
public record Attendance(
        AppointmentId appointmentId,
        PatientId patientId,
        Step reached,
        boolean takenBack,
        @Nullable Instant arrivedAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable VisitKind kind,
        @Nullable Route route) {

    /**
     * What all versions of one record come to. A step without a time of its own has the time it was first recorded. A version that goes
     * back a step takes the later steps back only when its source says that it is the newer one; otherwise it is merely late.
     */
    static Version<Attendance> settled(List<Version<Attendance>> asReceived) {
        var versions = History.inOrder(asReceived);
        var settled = versions.getFirst()
                .says()
                .after(null, versions.getFirst().stamp().recordedAt());
        for (var version : versions.subList(1, versions.size())) {
            settled = version.says().isLateFor(settled, version)
                    ? settled.alsoKnowing(version.says())
                    : version.says().after(settled, version.stamp().recordedAt());
        }
        return new Version<>(versions.getLast().stamp(), settled);
    }

    private boolean isLateFor(Attendance settled, Version<Attendance> version) {
        return !takenBack && !version.stamp().isSaidBySource() && reached.compareTo(settled.reached) < 0;
    }

    private Attendance after(@Nullable Attendance before, Instant recordedAt) {
        return new Attendance(
                appointmentId,
                patientId,
                reached,
                takenBack,
                at(Step.ARRIVED, arrivedAt, before == null ? null : before.arrivedAt, recordedAt),
                at(Step.STARTED, startedAt, before == null ? null : before.startedAt, recordedAt),
                at(Step.COMPLETED, completedAt, before == null ? null : before.completedAt, recordedAt),
                kind,
                route);
    }

    private @Nullable Instant at(Step step, @Nullable Instant said, @Nullable Instant before, Instant recordedAt) {
        if (reached.compareTo(step) < 0) {
            return null;
        }
        if (said != null) {
            return said;
        }
        return before == null && reached == step ? recordedAt : before;
    }

    private Attendance alsoKnowing(Attendance late) {
        return new Attendance(
                appointmentId,
                patientId,
                reached,
                takenBack,
                arrivedAt == null ? late.arrivedAt : arrivedAt,
                startedAt == null ? late.startedAt : startedAt,
                completedAt,
                kind,
                route);
    }
}
