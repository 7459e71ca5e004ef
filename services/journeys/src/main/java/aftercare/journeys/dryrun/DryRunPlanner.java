package aftercare.journeys.dryrun;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import aftercare.journeys.definition.Journey;
import aftercare.journeys.dispatch.MessageText;
import aftercare.journeys.dryrun.DryRun.Line;
import aftercare.journeys.planning.Known;
import aftercare.journeys.planning.Occasion;
import aftercare.journeys.planning.Planner;
import aftercare.journeys.wording.ClinicSettings;
import aftercare.journeys.wording.Segments;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Plans and merges without keeping anything.
 *
 * @param said which occasions have gone already
 */
record DryRunPlanner(Journey journey, Known known, ClinicSettings clinic, Instant now, Predicate<Occasion> said) {

    DryRun run() {
        var history = known.history();
        var zone = history.patient().map(patient -> patient.zone()).orElse(clinic.zone());
        return new DryRun(
                now,
                zone,
                history.visits().stream()
                        .map(visit -> new DryRun.Visit(
                                visit.id().value(),
                                visit.startsAt(),
                                visit.route().name()))
                        .toList(),
                Planner.plan(known, journey, clinic.zone(), now).occasions().stream()
                        .map(this::line)
                        .sorted(comparing(Line::opensAt, nullsLast(naturalOrder()))
                                .thenComparing(Line::touchpoint))
                        .toList());
    }

    private Line line(Occasion occasion) {
        var touchpoint = occasion.touchpoint();
        var window = occasion.window();
        var dropped = occasion.dropped();
        var text = dropped == null ? text(occasion) : null;
        return new Line(
                touchpoint.code(),
                touchpoint.name(),
                touchpoint.purpose(),
                window == null ? null : window.opensAt(),
                window == null ? null : window.closesAt(),
                occasion.zone(),
                text == null ? null : text.text(),
                text == null ? null : text.language(),
                text == null ? 0 : Segments.of(text.text()).count(),
                dropped == null ? null : dropped.name(),
                dropped == null ? null : dropped.words(),
                occasion.why(),
                occasion.isReminder(),
                said.test(occasion),
                window != null && clocksChanged(window.opensAt(), occasion.zone()));
    }

    private @Nullable MessageText text(Occasion occasion) {
        var words = occasion.touchpoint().words(occasion.topic(), occasion.isReminder());
        return words == null ? null : MessageText.of(words, occasion.appointmentId(), known.history(), clinic);
    }

    private boolean clocksChanged(Instant at, ZoneId zone) {
        return !zone.getRules().getOffset(at).equals(zone.getRules().getOffset(now));
    }
}
