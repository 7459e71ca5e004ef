package aftercare.journeys.planning;

import static java.util.Comparator.comparing;

import aftercare.journeys.definition.Journey;
import aftercare.journeys.facts.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A patient's sessions as they stand at {@code now}, series by series. Sessions that the clinic put into no series belong together when no
 * more than the journey's gap lies between them.
 */
final class Course {
    private final Journey journey;
    private final Instant now;
    private final List<Visit> sessions;
    private final Map<String, List<Visit>> bySeries = new LinkedHashMap<>();
    private final Map<Visit, String> seriesOf = new HashMap<>();
    private final Set<LocalDate> sessionDays = new HashSet<>();

    Course(List<Visit> visits, Journey journey, Zones zones, Instant now) {
        this.journey = journey;
        this.now = now;
        this.sessions = visits.stream().filter(Visit::isSession).toList();
        group();
        sessions.stream()
                .filter(this::takesPlace)
                .forEach(session -> sessionDays.add(LocalDate.ofInstant(session.startsAt(), zones.of(session))));
    }

    /** One series: the sessions that take place, or took place, by start; at least one. */
    record Series(String key, List<Visit> sessions) {
        Visit first() {
            return sessions.getFirst();
        }

        Visit last() {
            return sessions.getLast();
        }
    }

    private void group() {
        String loose = null;
        Visit before = null;
        for (var session : sessions) {
            if (session.series() != null) {
                put("series-" + session.series(), session);
                continue;
            }
            if (loose == null
                    || before == null
                    || before.startsAt().plus(journey.seriesGap()).isBefore(session.startsAt())) {
                loose = "from-" + session.id();
            }
            before = session;
            put(loose, session);
        }
    }

    private void put(String key, Visit session) {
        bySeries.computeIfAbsent(key, unknown -> new ArrayList<>()).add(session);
        seriesOf.put(session, key);
    }

    Stream<Series> series() {
        return bySeries.entrySet().stream()
                .map(entry -> new Series(
                        entry.getKey(),
                        entry.getValue().stream().filter(this::takesPlace).toList()))
                .filter(series -> !series.sessions().isEmpty());
    }

    /** Whether it stands and, once it should be over, somebody saw the patient come. */
    boolean takesPlace(Visit visit) {
        return visit.stands() && (came(visit) || now.isBefore(presumedDischarge(visit)));
    }

    boolean isExpected(Visit visit) {
        return takesPlace(visit) && !came(visit);
    }

    private static boolean came(Visit visit) {
        return visit.cameAt() != null || visit.completedAt() != null;
    }

    /** When the patient was discharged, or should long have been after having come. */
    Optional<Instant> endedAt(Visit visit) {
        if (visit.completedAt() != null) {
            return Optional.of(visit.completedAt());
        }
        var presumed = presumedDischarge(visit);
        return visit.stands() && visit.cameAt() != null && !now.isBefore(presumed)
                ? Optional.of(presumed)
                : Optional.empty();
    }

    Instant presumedDischarge(Visit visit) {
        return visit.dischargePresumedAt(journey.dischargeAfterEnd(), journey.dischargeAfterStart());
    }

    /** The clinic's number, or else the place among the sessions of the series that take place. */
    int numberOf(Visit session) {
        if (session.number() != null) {
            return session.number();
        }
        int number = 0;
        for (var other : of(session)) {
            if (other.stands() || other.equals(session)) {
                number++;
            }
            if (other.equals(session)) {
                break;
            }
        }
        return number;
    }

    long cancellationsIn(@Nullable Visit session) {
        return session == null
                ? 0
                : of(session).stream()
                        .filter(visit -> visit.standing() == Visit.Standing.CANCELLED)
                        .count();
    }

    private List<Visit> of(Visit session) {
        var key = seriesOf.get(session);
        return key == null ? List.of(session) : bySeries.getOrDefault(key, List.of(session));
    }

    boolean isSessionDay(LocalDate day) {
        return sessionDays.contains(day);
    }

    /** Whether a session that takes place begins after {@code from} and before {@code to}. */
    boolean sessionBegins(Instant from, Instant to) {
        return sessions.stream()
                .filter(this::takesPlace)
                .map(Visit::startsAt)
                .anyMatch(start -> start.isAfter(from) && start.isBefore(to));
    }

    /** The session that ended last. */
    Optional<Visit> lastEnded() {
        return sessions.stream()
                .filter(visit -> endedAt(visit).isPresent())
                .max(comparing(Visit::startsAt)
                        .thenComparing(visit -> visit.id().value()));
    }

    Optional<Visit> latest() {
        return sessions.isEmpty() ? Optional.empty() : Optional.of(sessions.getLast());
    }

    /** Until when the patient is in the clinic, if they are at {@code at}; nobody is texted there but for safety. */
    Optional<Instant> inTheClinicUntil(Instant at) {
        return sessions.stream()
                .filter(visit -> visit.stands() && visit.cameAt() != null && !at.isBefore(visit.cameAt()))
                .map(visit -> visit.completedAt() == null ? presumedDischarge(visit) : visit.completedAt())
                .filter(at::isBefore)
                .max(Instant::compareTo);
    }

    /** When time alone changes who is taken to have come or gone. */
    Optional<Instant> changesAt() {
        return sessions.stream()
                .filter(visit -> visit.stands() && visit.completedAt() == null)
                .map(this::presumedDischarge)
                .filter(presumed -> presumed.isAfter(now))
                .min(Instant::compareTo);
    }
}
