package aftercare.journeys.versions;

import aftercare.journeys.planning.Occasion;
import aftercare.journeys.planning.Plan;
import aftercare.journeys.planning.PlannedTouchpoint;
import aftercare.journeys.versions.Shift.Kind;
import aftercare.schemas.PatientId;
import aftercare.schemas.messaging.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two plans of one patient in a span of days, message by message. What was said stays said under either.
 *
 * @param standing the patient's touchpoints as they stand in the table
 */
record ShiftRules(PatientId patient, List<PlannedTouchpoint> standing, Instant now, Instant until) {

    List<Shift> between(Plan old, Plan next) {
        var before = coming(old);
        var after = coming(next);
        var all = new LinkedHashMap<String, Occasion>();
        next.occasions().forEach(occasion -> all.put(occasion.key(), occasion));
        var keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        var shifts = new ArrayList<Shift>();
        for (var key : keys) {
            var from = before.get(key);
            var to = after.get(key);
            if (to != null && from == null) {
                shifts.add(shift(isDouble(to, after) ? Kind.DOUBLES : Kind.APPEARS, null, to, null));
            } else if (to == null && from != null) {
                shifts.add(shift(Kind.VANISHES, from, null, because(all.get(key))));
            } else if (from != null && to != null && !opensAt(from).equals(opensAt(to))) {
                shifts.add(shift(Kind.MOVES, from, to, null));
            }
        }
        return shifts;
    }

    /** What would still be said in the span, by what it may be said once for. */
    Map<String, Occasion> coming(Plan plan) {
        return plan.occasions().stream()
                .filter(Occasion::isPlanned)
                .filter(occasion -> occasion.window() != null
                        && occasion.window().closesAt().isAfter(now)
                        && occasion.window().opensAt().isBefore(until))
                .filter(occasion -> standing.stream()
                        .noneMatch(row -> row.id().equals(occasion.id(patient))
                                && row.state().isSaid()))
                .collect(Collectors.toMap(Occasion::key, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    /** Whether the same touchpoint was said for the same visit, or goes that day under another key too. */
    private boolean isDouble(Occasion occasion, Map<String, Occasion> after) {
        return standing.stream()
                        .anyMatch(row -> row.state().isSaid()
                                && row.touchpoint().equals(code(occasion))
                                && Objects.equals(row.appointmentId(), occasion.appointmentId()))
                || after.values().stream()
                        .anyMatch(other -> !other.key().equals(occasion.key())
                                && code(other).equals(code(occasion))
                                && day(other).equals(day(occasion)));
    }

    private Shift shift(Kind kind, @Nullable Occasion from, @Nullable Occasion to, @Nullable String because) {
        var occasion = Objects.requireNonNull(to == null ? from : to);
        return new Shift(
                kind,
                patient,
                code(occasion),
                from == null ? null : opensAt(from),
                to == null ? null : opensAt(to),
                occasion.zone(),
                because,
                clocksChangeBefore(occasion));
    }

    private boolean clocksChangeBefore(Occasion occasion) {
        var rules = occasion.zone().getRules();
        return !rules.getOffset(now).equals(rules.getOffset(opensAt(occasion)));
    }

    private static String because(@Nullable Occasion dropped) {
        return dropped == null || dropped.dropped() == null
                ? "NOT_IN_THE_JOURNEY"
                : dropped.dropped().name();
    }

    private Instant opensAt(Occasion occasion) {
        Window window = Objects.requireNonNull(occasion.window());
        return window.opensAt().isBefore(now) ? now : window.opensAt();
    }

    private LocalDate day(Occasion occasion) {
        return LocalDate.ofInstant(opensAt(occasion), occasion.zone());
    }

    private static String code(Occasion occasion) {
        return occasion.touchpoint().code();
    }
}
