package aftercare.journeys.planning;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import aftercare.journeys.definition.Journey;
import aftercare.journeys.definition.Touchpoint;
import aftercare.journeys.facts.PatientHistory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A patient's plan: a pure function of what is known, the journey and {@code now}. Reads no clock and no table. */
public final class Planner {
    private final Journey journey;
    private final Moments moments;
    private final ForWhom forWhom;
    private final Occasions occasions;
    private final SaidBefore saidBefore;
    private final Reminders reminders;
    private final Allotment allotment;
    private final Course course;

    private Planner(Known known, Journey journey, ZoneId clinic, Instant now) {
        var history = known.history();
        var zones = Zones.of(history, clinic);
        var rows = new Rows(known.standing());
        this.journey = journey;
        this.course = new Course(history.visits(), journey, zones, now);
        this.moments = new Moments(known, journey, course, zones, now);
        this.forWhom = new ForWhom(known, course, now);
        this.occasions = new Occasions(known, zones, course, now);
        this.saidBefore = new SaidBefore(rows, journey);
        this.reminders = new Reminders(rows, journey, now);
        this.allotment = new Allotment(rows, journey, course, now);
    }

    /** @param clinic the zone of a patient whose own is not known yet */
    public static Plan plan(Known known, Journey journey, ZoneId clinic, Instant now) {
        var planner = new Planner(known, journey, clinic, now);
        var looksAgainAt = Stream.concat(planner.course.changesAt().stream(), known.pauses().nextBegins(now).stream())
                .min(naturalOrder());
        return new Plan(planner.plan(), looksAgainAt);
    }

    /** The plan of somebody to whom nothing was said yet, in a clinic that stops for nothing. */
    public static Plan plan(PatientHistory history, Journey journey, ZoneId clinic, Instant now) {
        return plan(Known.of(history), journey, clinic, now);
    }

    private List<Occasion> plan() {
        var chosen = new LinkedHashMap<String, Candidate>();
        journey.touchpoints().stream()
                .flatMap(this::candidates)
                .sorted(sayableFirst())
                .forEach(candidate -> chosen.putIfAbsent(candidate.occasion().key(), candidate));
        var all = Stream.concat(
                        chosen.values().stream(), chosen.values().stream().flatMap(this::reminder))
                .toList();
        return allotment.allot(all);
    }

    private Stream<Candidate> candidates(Touchpoint touchpoint) {
        return moments.of(touchpoint)
                .filter(moment -> forWhom.isMeant(touchpoint, moment))
                .map(moment -> new Candidate(saidBefore.apply(occasions.of(touchpoint, moment)), moment));
    }

    private Stream<Candidate> reminder(Candidate question) {
        return reminders.of(question.occasion(), question.moment()).stream()
                .map(reminder -> new Candidate(occasions.settled(reminder, question.moment()), question.moment()));
    }

    /** Of several occasions for what is said only once, the first that can be said is taken. */
    private static Comparator<Candidate> sayableFirst() {
        return comparing((Candidate candidate) -> !candidate.occasion().isPlanned())
                .thenComparing(candidate -> candidate.moment().expected())
                .thenComparing(Planner::opensAt, nullsLast(naturalOrder()))
                .thenComparing(candidate -> candidate.occasion().why().at())
                .thenComparing(candidate -> candidate.occasion().key())
                .thenComparing(candidate -> String.valueOf(candidate.occasion().appointmentId()));
    }

    private static @Nullable Instant opensAt(Candidate candidate) {
        var window = candidate.occasion().window();
        return window == null ? null : window.opensAt();
    }

    /** An occasion that asks for a place, and what it hangs on. */
    record Candidate(Occasion occasion, Moment moment) {
        boolean expected() {
            return moment.expected();
        }
    }
}
