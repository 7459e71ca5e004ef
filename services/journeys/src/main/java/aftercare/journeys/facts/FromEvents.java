package aftercare.journeys.facts;

import aftercare.journeys.facts.Fact.CaseTold;
import aftercare.journeys.facts.Fact.CheckInSeen;
import aftercare.journeys.facts.Fact.CheckInStep;
import aftercare.journeys.facts.Fact.ConsentSeen;
import aftercare.journeys.facts.Fact.PatientSeen;
import aftercare.journeys.facts.Fact.VisitChange;
import aftercare.journeys.facts.Fact.VisitSeen;
import aftercare.schemas.clinic.AppointmentBooked;
import aftercare.schemas.clinic.AppointmentCancelled;
import aftercare.schemas.clinic.AppointmentFact;
import aftercare.schemas.clinic.AppointmentModified;
import aftercare.schemas.clinic.AppointmentNoShow;
import aftercare.schemas.clinic.AppointmentRescheduled;
import aftercare.schemas.clinic.CheckInFact;
import aftercare.schemas.clinic.ContentLevel;
import aftercare.schemas.clinic.PatientArrived;
import aftercare.schemas.clinic.PatientChanged;
import aftercare.schemas.clinic.Provenance;
import aftercare.schemas.clinic.SessionCompleted;
import aftercare.schemas.clinic.SessionStarted;
import aftercare.schemas.escalation.Reopened;
import aftercare.schemas.escalation.Resolved;
import aftercare.schemas.messaging.OptedIn;
import aftercare.schemas.messaging.OptedOut;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Events as facts: what planning needs of them, and no name or number. */
public final class FromEvents {
    /** After a false alarm, a wrong number, an exercise or a death nobody writes that they thought of the patient. */
    private static final Set<String> NO_CARING_WORD = Set.of(
            "NO_RISK_FOUND", "REACHED_NO_SI", "THIRD_PARTY_OR_WRONG_NUMBER", "DUPLICATE", "DECEASED", "EXERCISE_OVER");

    private FromEvents() {}

    public static Fact fact(PatientChanged event) {
        return new PatientSeen(
                event.language(),
                event.zone(),
                event.mergedInto() != null,
                event.deceasedAt() != null,
                source(event.provenance()));
    }

    public static Fact fact(AppointmentFact event) {
        var visit = event.appointment();
        return new VisitSeen(
                change(event),
                visit.appointmentId(),
                visit.kind(),
                visit.route(),
                visit.series(),
                visit.number(),
                stored(visit.startsAt()),
                visit.endsAt() == null ? null : stored(visit.endsAt()),
                visit.zone(),
                source(event.provenance()));
    }

    private static VisitChange change(AppointmentFact event) {
        return switch (event) {
            case AppointmentBooked booked -> VisitChange.BOOKED;
            case AppointmentModified modified -> VisitChange.MODIFIED;
            case AppointmentRescheduled rescheduled -> VisitChange.RESCHEDULED;
            case AppointmentNoShow noShow -> VisitChange.NO_SHOW;
            case AppointmentCancelled cancelled -> VisitChange.CANCELLED;
        };
    }

    public static Fact fact(CheckInFact event) {
        var checkIn = event.checkIn();
        return new CheckInSeen(
                step(event),
                checkIn.appointmentId(),
                stored(checkIn.at()),
                checkIn.kind(),
                checkIn.route(),
                checkIn.enteredInError(),
                source(event.provenance()));
    }

    private static CheckInStep step(CheckInFact event) {
        return switch (event) {
            case PatientArrived arrived -> CheckInStep.ARRIVED;
            case SessionStarted started -> CheckInStep.STARTED;
            case SessionCompleted completed -> CheckInStep.COMPLETED;
        };
    }

    public static Fact fact(OptedIn event) {
        return new ConsentSeen(event.lineId(), true, event.contentLevel(), stored(event.at()));
    }

    public static Fact fact(OptedOut event) {
        return new ConsentSeen(event.lineId(), false, ContentLevel.DISCREET, stored(event.at()));
    }

    public static Fact fact(Resolved event) {
        return new CaseTold(
                event.escalationId(), false, !NO_CARING_WORD.contains(event.disposition()), stored(event.at()));
    }

    public static Fact fact(Reopened event) {
        return new CaseTold(event.escalationId(), true, false, stored(event.at()));
    }

    private static Source source(Provenance provenance) {
        return new Source(
                provenance.source(),
                provenance.sourceId(),
                provenance.sourceVersion(),
                stored(provenance.occurredAt()),
                stored(provenance.recordedAt()));
    }

    /** As exact as the table keeps it: a plan laid over what stands there must find it unchanged. */
    private static Instant stored(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
