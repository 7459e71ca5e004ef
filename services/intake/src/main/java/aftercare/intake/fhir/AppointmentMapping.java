package aftercare.intake.fhir;

import aftercare.intake.sites.Sites;
import aftercare.intake.visits.Booking;
import aftercare.intake.visits.Standing;
import aftercare.intake.visits.VisitTypes;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.PatientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/** What an Appointment resource says. "Fulfilled" is an arrival, never a discharge: some systems set it at the front desk. */
final class AppointmentMapping {
    private final Sites sites;
    private final VisitTypes types;

    AppointmentMapping(Sites sites, VisitTypes types) {
        this.sites = sites;
        this.types = types;
    }

    Mapped<Booking> map(Appointment appointment, AppointmentId id, String path, Issues issues) {
        var standing = standing(appointment, path, issues);
        var type = types.of(VisitTexts.of(appointment));
        var known = type.orElse(types.unmapped());
        var site = Element.site(appointment, places(appointment), sites, path, issues);
        var start = instant(appointment.getStart());
        var end = instant(appointment.getEnd());
        checkTimes(standing, start, end, path, issues);
        var booking = new Booking(
                id,
                patient(appointment, path, issues),
                standing,
                hasArrived(appointment),
                null,
                known.kind(),
                known.route(),
                series(appointment, path, issues),
                number(appointment, path, issues),
                start,
                end == null && start != null && appointment.hasMinutesDuration()
                        ? start.plusSeconds(60L * appointment.getMinutesDuration())
                        : end,
                Element.zone(appointment, path, issues).orElse(site.zone()),
                site.id());
        return new Mapped<>(booking, type.isEmpty());
    }

    @SuppressWarnings("NullAway") // HAPI's getters answer null for what is not there
    private static @Nullable Instant instant(java.util.Date date) {
        return date == null ? null : date.toInstant();
    }

    private static Standing standing(Appointment appointment, String path, Issues issues) {
        var status = appointment.getStatus();
        if (status == null || status == AppointmentStatus.NULL) {
            issues.error(IssueType.REQUIRED, path + ".status", "A status is needed, such as booked or cancelled.");
            return Standing.TENTATIVE;
        }
        return switch (status) {
            case PROPOSED, PENDING, WAITLIST, NULL -> Standing.TENTATIVE;
            case BOOKED, ARRIVED, CHECKEDIN, FULFILLED -> Standing.BOOKED;
            case CANCELLED, ENTEREDINERROR -> Standing.CANCELLED;
            case NOSHOW -> Standing.NO_SHOW;
        };
    }

    private static boolean hasArrived(Appointment appointment) {
        var status = appointment.getStatus();
        return status == AppointmentStatus.ARRIVED
                || status == AppointmentStatus.CHECKEDIN
                || status == AppointmentStatus.FULFILLED;
    }

    private static void checkTimes(
            Standing standing, @Nullable Instant start, @Nullable Instant end, String path, Issues issues) {
        if (start == null && (standing == Standing.BOOKED || standing == Standing.NO_SHOW)) {
            issues.error(
                    IssueType.REQUIRED,
                    path + ".start",
                    "A visit that is booked needs its start, as in 2026-03-07T10:00:00-05:00.");
        }
        if (start != null && end != null && end.isBefore(start)) {
            issues.error(IssueType.INVARIANT, path + ".end", "The end lies before the start. Correct one of them.");
        }
    }

    private static PatientId patient(Appointment appointment, String path, Issues issues) {
        var patients = new ArrayList<String>();
        for (var index = 0; index < appointment.getParticipant().size(); index++) {
            var actor = appointment.getParticipant().get(index).getActor();
            References.complain(actor, path + ".participant[" + index + "].actor", issues);
            Element.idIn(actor, "Patient").ifPresent(patients::add);
        }
        if (patients.stream().distinct().count() != 1) {
            issues.error(
                    patients.isEmpty() ? IssueType.REQUIRED : IssueType.MULTIPLEMATCHES,
                    path + ".participant",
                    patients.isEmpty()
                            ? "No participant is a patient. Add one whose actor is {\"reference\": \"Patient/<id>\"}."
                            : "More than one patient takes part. Send one Appointment for each.");
        }
        return new PatientId(patients.isEmpty() ? "" : patients.getFirst());
    }

    private static List<String> places(Appointment appointment) {
        return appointment.getParticipant().stream()
                .flatMap(participant -> Stream.of("Location", "Organization", "HealthcareService")
                        .flatMap(
                                type -> Element.idIn(participant.getActor(), type).map(id -> type + "/" + id).stream()))
                .toList();
    }

    private static @Nullable String series(Appointment appointment, String path, Issues issues) {
        return Element.extension(appointment, path, Extensions.SESSION_SERIES)
                .flatMap(extension -> Element.words(extension, issues))
                .orElse(null);
    }

    private static @Nullable Integer number(Appointment appointment, String path, Issues issues) {
        var extension = Element.extension(appointment, path, Extensions.SESSION_NUMBER);
        var words = extension.flatMap(located -> Element.words(located, issues));
        if (words.isEmpty()) {
            return null;
        }
        if (!words.get().matches("[1-9]\\d{0,3}")) {
            issues.error(
                    IssueType.VALUE,
                    extension.get().path(),
                    "The session's number in its series is a whole number from 1, as in valuePositiveInt.");
            return null;
        }
        return Optional.of(words.get()).map(Integer::valueOf).orElse(null);
    }
}
