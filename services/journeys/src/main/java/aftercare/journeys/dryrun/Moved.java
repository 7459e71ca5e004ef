package aftercare.journeys.dryrun;

import aftercare.journeys.facts.PatientHistory;
import aftercare.journeys.facts.Visit;
import aftercare.schemas.AppointmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A real patient's history with some visits at other times, and with every session to come attended and ended as planned. */
record Moved(PatientHistory history, Map<AppointmentId, Instant> starts, Instant now) {
    private static final Duration USUAL = Duration.ofHours(2);

    PatientHistory asIf() {
        return history.withVisits(
                history.visits().stream().map(this::moved).map(this::attended).toList());
    }

    private Visit moved(Visit visit) {
        var start = starts.get(visit.id());
        return start == null || start.equals(visit.startsAt()) ? visit : visit.movedTo(start, now);
    }

    private Visit attended(Visit visit) {
        return visit.isSession() && visit.stands() && visit.startsAt().isAfter(now) && visit.completedAt() == null
                ? visit.attended(visit.startsAt(), end(visit))
                : visit;
    }

    private static Instant end(Visit visit) {
        @Nullable Instant end = visit.endsAt();
        return Objects.requireNonNullElseGet(end, () -> visit.startsAt().plus(USUAL));
    }
}
