package aftercare.journeys.facts;

import aftercare.schemas.AppointmentId;
import aftercare.schemas.clinic.Route;
import aftercare.schemas.clinic.VisitKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A visit as it stands.
 *
 * @param zone of the clinic; none while only a check-in is known
 * @param standingSince since when it stands so
 * @param bookedAt when it got a time for the first time; none while only its end, or a check-in, is known
 * @param timeSetAt when it got its present time
 * @param cameAt when the patient was seen to have come, by arrival or start
 * @param completedAt when the patient was discharged
 */
public record Visit(
        AppointmentId id,
        VisitKind kind,
        Route route,
        Standing standing,
        Instant standingSince,
        @Nullable String series,
        @Nullable Integer number,
        Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable ZoneId zone,
        @Nullable Instant bookedAt,
        Instant timeSetAt,
        @Nullable Instant cameAt,
        @Nullable Instant completedAt) {

    public boolean stands() {
        return standing == Standing.BOOKED;
    }

    public boolean isSession() {
        return kind == VisitKind.SESSION;
    }

    /** Whether it had another time, or none, before it got its present one. */
    public boolean wasMoved() {
        return bookedAt != null && bookedAt.isBefore(timeSetAt);
    }

    /** When a discharge that nobody reports is presumed. */
    public Instant dischargePresumedAt(Duration afterEnd, Duration afterStart) {
        return endsAt == null ? startsAt.plus(afterStart) : endsAt.plus(afterEnd);
    }

    /** The same at another time, of the same length. */
    public Visit movedTo(Instant start, Instant at) {
        return new Visit(
                id,
                kind,
                route,
                standing,
                standingSince,
                series,
                number,
                start,
                endsAt == null ? null : start.plus(Duration.between(startsAt, endsAt)),
                zone,
                bookedAt,
                at,
                null,
                null);
    }

    /** The same, if the patient came and was discharged then. */
    public Visit attended(Instant came, Instant completed) {
        return new Visit(
                id,
                kind,
                route,
                standing,
                standingSince,
                series,
                number,
                startsAt,
                endsAt,
                zone,
                bookedAt,
                timeSetAt,
                came,
                completed);
    }

    /** Whether it takes place. */
    public enum Standing {
        BOOKED,
        CANCELLED,
        NO_SHOW
    }
}
