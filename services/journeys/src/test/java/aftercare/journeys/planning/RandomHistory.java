package aftercare.journeys.planning;

import aftercare.journeys.facts.Fact;
import aftercare.journeys.facts.Fact.CaseTold;
import aftercare.journeys.facts.Fact.CheckInSeen;
import aftercare.journeys.facts.Fact.CheckInStep;
import aftercare.journeys.facts.Fact.ConsentSeen;
import aftercare.journeys.facts.Fact.PatientSeen;
import aftercare.journeys.facts.Fact.PlanCancelled;
import aftercare.journeys.facts.Fact.VisitChange;
import aftercare.journeys.facts.Fact.VisitSeen;
import aftercare.journeys.facts.Source;
import aftercare.journeys.planning.Closures.Closure;
import aftercare.journeys.planning.Pauses.Pause;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.EscalationId;
import aftercare.schemas.LineId;
import aftercare.schemas.clinic.ContentLevel;
import aftercare.schemas.clinic.Route;
import aftercare.schemas.clinic.VisitKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a clinic may tell of one patient within five weeks of spring, when clocks change: some of it wrong, taken back or told late. */
record RandomHistory(List<Fact> facts, Pauses pauses, Closures closures) {
    static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("America/New_York"),
            ZoneId.of("America/Los_Angeles"),
            ZoneId.of("America/Phoenix"),
            ZoneId.of("Pacific/Honolulu"),
            ZoneId.of("Europe/London"),
            ZoneId.of("Australia/Lord_Howe"));
    private static final List<VisitChange> CHANGES = List.of(VisitChange.values());
    private static final List<Route> ROUTES = List.of(Route.values());
    private static final LineId LINE = new LineId(new UUID(1, 1));

    static RandomHistory of(Random random) {
        return new Made(random).history();
    }

    static Instant recordedAt(Fact fact) {
        return switch (fact) {
            case PatientSeen patient -> patient.source().recordedAt();
            case VisitSeen visit -> visit.source().recordedAt();
            case CheckInSeen step -> step.source().recordedAt();
            case ConsentSeen consent -> consent.at();
            case PlanCancelled cancelled -> cancelled.at();
            case Fact.Wrote wrote -> wrote.at();
            case CaseTold told -> told.at();
        };
    }

    private static final class Made {
        private final Random random;
        private final ZoneId zone;
        private final List<Fact> facts = new ArrayList<>();

        Made(Random random) {
            this.random = random;
            this.zone = ZONES.get(random.nextInt(ZONES.size()));
        }

        RandomHistory history() {
            var language = random.nextInt(3) == 0 ? "es-US" : "en";
            facts.add(new PatientSeen(language, zone, false, false, source("Patient/p", 1, START)));
            facts.add(new ConsentSeen(LINE, true, level(), START));
            if (random.nextInt(8) == 0) {
                var outAt = within(30 * 24);
                facts.add(new ConsentSeen(LINE, false, ContentLevel.DISCREET, outAt));
                if (random.nextBoolean()) {
                    facts.add(new ConsentSeen(LINE, true, level(), outAt.plus(hours(72))));
                }
            }
            if (random.nextInt(20) == 0) {
                var merged = random.nextBoolean();
                facts.add(new PatientSeen(language, zone, merged, !merged, source("Patient/p", 2, within(35 * 24))));
            }
            if (random.nextInt(15) == 0) {
                facts.add(new PlanCancelled(within(30 * 24)));
            }
            if (random.nextInt(10) == 0) {
                var id = new EscalationId(new UUID(2, 2));
                var at = within(30 * 24);
                facts.add(new CaseTold(id, false, random.nextInt(3) > 0, at));
                if (random.nextInt(3) == 0) {
                    facts.add(new CaseTold(id, true, false, at.plus(hours(48))));
                }
            }
            visits();
            return new RandomHistory(facts, pauses(), closures());
        }

        private void visits() {
            var series = random.nextBoolean() ? "s1" : null;
            boolean numbered = random.nextBoolean();
            int visits = 1 + random.nextInt(5);
            var start = within(10 * 24);
            for (int number = 1; number <= visits; number++) {
                visit("v" + number, series, numbered ? number : null, start);
                start = start.plus(Duration.ofHours(24L * (1 + random.nextInt(5)) + random.nextInt(8)));
            }
        }

        private void visit(String id, @Nullable String series, @Nullable Integer number, Instant first) {
            var start = first;
            var kind = random.nextInt(8) == 0
                    ? VisitKind.LAB
                    : random.nextInt(10) == 0 ? VisitKind.CONSULT : VisitKind.SESSION;
            var route = ROUTES.get(random.nextInt(ROUTES.size()));
            var recorded = random.nextBoolean() ? START : START.plus(hours(6 * 24));
            int version = 1;
            facts.add(seen(VisitChange.BOOKED, id, kind, route, series, number, start, version, recorded));
            for (int change = random.nextInt(3) == 0 ? random.nextInt(4) : 0; change > 0; change--) {
                recorded = recorded.plus(Duration.ofMinutes(random.nextInt(4 * 24 * 60)));
                var what = CHANGES.get(random.nextInt(CHANGES.size()));
                start = what == VisitChange.RESCHEDULED ? start.plus(hours(6 * 24)) : start;
                facts.add(seen(what, id, kind, route, series, number, start, ++version, recorded));
            }
            if (random.nextInt(10) == 0) {
                facts.add(seen(
                        VisitChange.NO_SHOW, id, kind, route, series, number, start, ++version, start.plus(hours(5))));
            } else if (random.nextInt(6) > 0) {
                day(id, start);
            }
        }

        /** Somebody arrives, or not, and somebody at the desk presses the buttons, or not. */
        private void day(String id, Instant start) {
            int encounter = 0;
            for (var step : CheckInStep.values()) {
                if (random.nextInt(5) > 0) {
                    var at = start.plus(Duration.ofMinutes(40L * encounter + random.nextInt(20)));
                    var told = at.plus(random.nextInt(6) == 0 ? hours(18) : Duration.ofMinutes(random.nextInt(30)));
                    facts.add(checkIn(step, id, at, ++encounter, told, false));
                    if (random.nextInt(12) == 0) {
                        facts.add(checkIn(step, id, at, ++encounter, told.plus(hours(4)), true));
                    }
                }
            }
        }

        private Pauses pauses() {
            if (random.nextInt(6) > 0) {
                return Pauses.NONE;
            }
            var since = within(30 * 24);
            var until = random.nextInt(4) == 0 ? null : since.plus(hours(5 * 24));
            return new Pauses(List.of(new Pause(random.nextBoolean() ? null : "T11", since, until)));
        }

        private Closures closures() {
            if (random.nextInt(4) > 0) {
                return Closures.NONE;
            }
            var from = LocalDate.ofInstant(within(30 * 24), zone);
            return new Closures(List.of(new Closure(from, from.plusDays(random.nextInt(3)), "Spring break")));
        }

        private ContentLevel level() {
            return random.nextBoolean() ? ContentLevel.DISCREET : ContentLevel.DETAILED;
        }

        private Duration hours(int most) {
            return Duration.ofMinutes(15L * (1 + random.nextInt(most * 4)));
        }

        private Instant within(int hours) {
            return START.plus(hours(hours));
        }

        private Fact seen(
                VisitChange change,
                String id,
                VisitKind kind,
                Route route,
                @Nullable String series,
                @Nullable Integer number,
                Instant start,
                int version,
                Instant recorded) {
            return new VisitSeen(
                    change,
                    new AppointmentId(id),
                    kind,
                    route,
                    series,
                    number,
                    start,
                    start.plus(Duration.ofHours(2)),
                    zone,
                    source("Appointment/" + id, version, recorded));
        }

        private static Fact checkIn(
                CheckInStep step, String id, Instant at, int version, Instant recorded, boolean inError) {
            return new CheckInSeen(
                    step, new AppointmentId(id), at, null, null, inError, source("Encounter/" + id, version, recorded));
        }

        private static Source source(String record, int version, Instant recorded) {
            return new Source("ehr", record, String.valueOf(version), recorded, recorded);
        }
    }
}
