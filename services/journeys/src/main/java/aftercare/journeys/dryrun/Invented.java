package aftercare.journeys.dryrun;

import aftercare.journeys.facts.Fact;
import aftercare.journeys.facts.Fact.CheckInSeen;
import aftercare.journeys.facts.Fact.CheckInStep;
import aftercare.journeys.facts.Fact.ConsentSeen;
import aftercare.journeys.facts.Fact.PatientSeen;
import aftercare.journeys.facts.Fact.VisitChange;
import aftercare.journeys.facts.Fact.VisitSeen;
import aftercare.journeys.facts.PatientHistory;
import aftercare.journeys.facts.Source;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.LineId;
import aftercare.schemas.clinic.ContentLevel;
import aftercare.schemas.clinic.Route;
import aftercare.schemas.clinic.VisitKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A patient who does not exist: agrees, has every session booked then, comes to each and goes home when it ends.
 *
 * @param zone where they live
 * @param agreedAt local to them
 * @param sessions starts, local to the clinic
 */
record Invented(
        Route route,
        ZoneId zone,
        String language,
        ContentLevel contentLevel,
        LocalDateTime agreedAt,
        List<LocalDateTime> sessions,
        Duration length) {
    private static final String SYSTEM = "dry-run";
    private static final LineId LINE = new LineId(new UUID(0, 0));
    private static final Duration COMES_EARLY = Duration.ofMinutes(30);

    Invented {
        sessions = List.copyOf(sessions);
    }

    Instant begins() {
        return agreedAt.atZone(zone).toInstant();
    }

    PatientHistory history(ZoneId clinic) {
        var facts = new ArrayList<Fact>();
        facts.add(new PatientSeen(language, zone, false, false, source("patient", 1, begins())));
        facts.add(new ConsentSeen(LINE, true, contentLevel, begins()));
        int number = 1;
        for (var session : sessions.stream().sorted().toList()) {
            session(number++, session.atZone(clinic).toInstant(), clinic).forEach(facts::add);
        }
        return PatientHistory.of(facts);
    }

    private Stream<Fact> session(int number, Instant start, ZoneId clinic) {
        var id = new AppointmentId("session-" + number);
        return Stream.of(
                new VisitSeen(
                        VisitChange.BOOKED,
                        id,
                        VisitKind.SESSION,
                        route,
                        "series-1",
                        number,
                        start,
                        start.plus(length),
                        clinic,
                        source("appointment-" + number, 1, begins())),
                step(CheckInStep.ARRIVED, id, start.minus(COMES_EARLY), number, 1),
                step(CheckInStep.COMPLETED, id, start.plus(length), number, 2));
    }

    private static Fact step(CheckInStep step, AppointmentId id, Instant at, int number, int version) {
        return new CheckInSeen(step, id, at, null, null, false, source("encounter-" + number, version, at));
    }

    private static Source source(String record, int version, Instant at) {
        return new Source(SYSTEM, record, String.valueOf(version), at, at);
    }
}
