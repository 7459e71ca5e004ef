package aftercare.intake.fhir;

import aftercare.intake.visits.Attendance;
import aftercare.intake.visits.Step;
import aftercare.intake.visits.VisitType;
import aftercare.intake.visits.VisitTypes;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.PatientId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/** What an Encounter resource says: how far the session day has come, and when each step was. Finished means discharged. */
final class EncounterMapping {
    private final VisitTypes types;

    EncounterMapping(VisitTypes types) {
        this.types = types;
    }

    Mapped<Attendance> map(Encounter encounter, String id, String path, Issues issues) {
        var appointment = appointment(encounter, path, issues);
        var type = types.of(VisitTexts.of(encounter));
        var unmapped = type.isEmpty() && appointment.isEmpty();
        var known = type.or(() -> appointment.isEmpty() ? Optional.of(types.unmapped()) : Optional.empty());
        var status = status(encounter, path, issues);
        var reached = reached(status);
        checkPeriod(encounter, path, issues);
        var attendance = new Attendance(
                appointment.orElseGet(() -> new AppointmentId("encounter-" + id)),
                patient(encounter, path, issues),
                reached,
                status == EncounterStatus.CANCELLED || status == EncounterStatus.ENTEREDINERROR,
                at(Step.ARRIVED, reached, encounter),
                at(Step.STARTED, reached, encounter),
                at(Step.COMPLETED, reached, encounter),
                known.map(VisitType::kind).orElse(null),
                known.map(VisitType::route).orElse(null));
        return new Mapped<>(attendance, unmapped);
    }

    private static EncounterStatus status(Encounter encounter, String path, Issues issues) {
        var status = encounter.getStatus();
        if (status == null) {
            issues.error(IssueType.REQUIRED, path + ".status", "A status is needed, such as arrived or finished.");
            return EncounterStatus.UNKNOWN;
        }
        return status;
    }

    private static Step reached(EncounterStatus status) {
        return switch (status) {
            case PLANNED, UNKNOWN, NULL, CANCELLED, ENTEREDINERROR -> Step.NONE;
            case ARRIVED, TRIAGED -> Step.ARRIVED;
            case INPROGRESS, ONLEAVE -> Step.STARTED;
            case FINISHED -> Step.COMPLETED;
        };
    }

    /** A step's time: from the status history, else from the period as far as the period speaks of that step. */
    private static @Nullable Instant at(Step step, Step reached, Encounter encounter) {
        if (reached.compareTo(step) < 0) {
            return null;
        }
        var period = encounter.getPeriod();
        var history = inHistory(step, encounter);
        return switch (step) {
            case NONE -> null;
            case ARRIVED ->
                history.or(() -> reached == Step.ARRIVED ? Element.instant(period.getStartElement()) : Optional.empty())
                        .orElse(null);
            case STARTED ->
                history.or(() -> Element.instant(period.getStartElement())).orElse(null);
            case COMPLETED ->
                Element.instant(period.getEndElement()).or(() -> history).orElse(null);
        };
    }

    private static Optional<Instant> inHistory(Step step, Encounter encounter) {
        return encounter.getStatusHistory().stream()
                .filter(past -> past.getStatus() != null && reached(past.getStatus()) == step)
                .flatMap(past -> Element.instant(past.getPeriod().getStartElement()).stream())
                .min(Comparator.naturalOrder());
    }

    private static void checkPeriod(Encounter encounter, String path, Issues issues) {
        var start = encounter.getPeriod().getStart();
        var end = encounter.getPeriod().getEnd();
        if (start != null && end != null && end.toInstant().isBefore(start.toInstant())) {
            issues.error(
                    IssueType.INVARIANT, path + ".period.end", "The end lies before the start. Correct one of them.");
        }
    }

    private static PatientId patient(Encounter encounter, String path, Issues issues) {
        References.complain(encounter.getSubject(), path + ".subject", issues);
        var id = Element.idIn(encounter.getSubject(), "Patient");
        if (id.isEmpty()) {
            issues.error(
                    IssueType.REQUIRED,
                    path + ".subject",
                    "The patient is missing. Name one, as in {\"reference\": \"Patient/123\"}.");
        }
        return new PatientId(id.orElse(""));
    }

    private static Optional<AppointmentId> appointment(Encounter encounter, String path, Issues issues) {
        if (encounter.getAppointment().isEmpty()) {
            return Optional.empty();
        }
        var reference = encounter.getAppointmentFirstRep();
        var here = path + ".appointment[0]";
        References.complain(reference, here, issues);
        var id = Element.idIn(reference, "Appointment");
        if (id.isEmpty()) {
            issues.error(
                    IssueType.VALUE,
                    here,
                    "This names no Appointment. Write {\"reference\": \"Appointment/123\"}, or leave it out.");
        }
        return id.map(AppointmentId::new);
    }
}
