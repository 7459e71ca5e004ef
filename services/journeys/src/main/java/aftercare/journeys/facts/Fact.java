package aftercare.journeys.facts;

import aftercare.schemas.AppointmentId;
import aftercare.schemas.EscalationId;
import aftercare.schemas.LineId;
import aftercare.schemas.clinic.ContentLevel;
import aftercare.schemas.clinic.Route;
import aftercare.schemas.clinic.VisitKind;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** One thing that somebody told us of a patient. Facts add up and are never changed; names and numbers are no part of them. */
public sealed interface Fact {

    /** A fact of the clinic's own systems, which arrive twice, late and in any order. */
    sealed interface FromClinic extends Fact {
        Source source();
    }

    record PatientSeen(String language, ZoneId zone, boolean merged, boolean deceased, Source source)
            implements FromClinic {}

    record VisitSeen(
            VisitChange change,
            AppointmentId appointmentId,
            VisitKind kind,
            Route route,
            @Nullable String series,
            @Nullable Integer number,
            Instant startsAt,
            @Nullable Instant endsAt,
            ZoneId zone,
            Source source)
            implements FromClinic {}

    record CheckInSeen(
            CheckInStep step,
            AppointmentId appointmentId,
            Instant at,
            @Nullable VisitKind kind,
            @Nullable Route route,
            boolean enteredInError,
            Source source)
            implements FromClinic {}

    /** The ledger's word on one line. */
    record ConsentSeen(LineId lineId, boolean granted, ContentLevel contentLevel, Instant at) implements Fact {}

    /** A named human cancelled what was planned by then. */
    record PlanCancelled(Instant at) implements Fact {}

    /** The patient wrote something. */
    record Wrote(Instant at) implements Fact {}

    /**
     * A named human closed a case of the patient, or opened it again.
     *
     * @param open whether it is open from then on
     * @param mayContact whether it ended in a way after which a caring word is in place
     */
    record CaseTold(EscalationId escalationId, boolean open, boolean mayContact, Instant at) implements Fact {}

    /** What happened to a visit's booking. */
    enum VisitChange {
        BOOKED,
        MODIFIED,
        RESCHEDULED,
        NO_SHOW,
        CANCELLED
    }

    enum CheckInStep {
        ARRIVED,
        STARTED,
        COMPLETED
    }
}
