package aftercare.journeys.versions;

import aftercare.journeys.definition.Journey;
import aftercare.journeys.planning.JourneyOf;
import aftercare.journeys.planning.Planner;
import aftercare.journeys.planning.Planning;
import aftercare.journeys.wording.ClinicSettings;
import aftercare.platform.clock.MachineClock;
import aftercare.schemas.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Plans enrolled patients by both versions and compares, without changing anything: all of them, or a sample that it owns up to. */
@Component
class Effects {
    private static final int DAYS_A_WEEK = 7;

    private final Enrolled enrolled;
    private final Planning planning;
    private final JourneyOf journeyOf;
    private final ClinicSettings clinic;
    private final MachineClock machine;
    private final VersionSettings settings;

    Effects(
            Enrolled enrolled,
            Planning planning,
            JourneyOf journeyOf,
            ClinicSettings clinic,
            MachineClock machine,
            VersionSettings settings) {
        this.enrolled = enrolled;
        this.planning = planning;
        this.journeyOf = journeyOf;
        this.clinic = clinic;
        this.machine = machine;
        this.settings = settings;
    }

    /** An effect, and how many PHQ-9s a week the new version would send to all enrolled patients. */
    record Comparison(Effect effect, double phqNinesPerWeek) {}

    /** What was found out about one patient. */
    private record Looked(List<Shift> shifts, int sends, int phqNines) {}

    Comparison of(Journey next, List<String> phqNines, String seed, Instant now) {
        int all = enrolled.count();
        var until = now.plus(Duration.ofDays(settings.reviewDays()));
        var deadline = machine.instant().plus(settings.reviewWithin());
        var looked = new ArrayList<Looked>();
        for (var patient : enrolled.sample(seed, settings.reviewPatients())) {
            if (machine.instant().isAfter(deadline)) {
                break;
            }
            looked.add(look(patient, next, phqNines, now, until));
        }
        return new Comparison(effect(all, looked), perWeek(all, looked));
    }

    private Looked look(PatientId patient, Journey next, List<String> phqNines, Instant now, Instant until) {
        var known = planning.known(patient);
        var rules = new ShiftRules(patient, known.standing(), now, until);
        var before = Planner.plan(known, journeyOf.patient(patient).journey(), clinic.zone(), now);
        var after = Planner.plan(known, next, clinic.zone(), now);
        var coming = rules.coming(after).values();
        return new Looked(rules.between(before, after), coming.size(), (int) coming.stream()
                .filter(occasion -> phqNines.contains(occasion.touchpoint().code()))
                .count());
    }

    private Effect effect(int all, List<Looked> looked) {
        return new Effect(
                settings.reviewDays(),
                all,
                looked.size(),
                (int) looked.stream().filter(one -> !one.shifts().isEmpty()).count(),
                looked.stream().mapToInt(Looked::sends).sum(),
                Effect.lines(
                        looked.stream().flatMap(one -> one.shifts().stream()).toList()));
    }

    private double perWeek(int all, List<Looked> looked) {
        int found = looked.stream().mapToInt(Looked::phqNines).sum();
        return looked.isEmpty() ? 0 : (double) found * all / looked.size() * DAYS_A_WEEK / settings.reviewDays();
    }
}
