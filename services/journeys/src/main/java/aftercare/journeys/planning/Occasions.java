package aftercare.journeys.planning;

import aftercare.journeys.definition.OncePer;
import aftercare.journeys.definition.Touchpoint;
import aftercare.journeys.definition.WhenClosed;
import aftercare.journeys.planning.WindowRule.Found;
import aftercare.schemas.messaging.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A touchpoint's window for one moment, or why there is none. */
final class Occasions {
    private final Known known;
    private final Zones zones;
    private final MayBeSaid mayBeSaid;
    private final SessionsFirst sessionsFirst;
    private final Instant now;
    private final Map<String, String> rules = new HashMap<>();

    Occasions(Known known, Zones zones, Course course, Instant now) {
        this.known = known;
        this.zones = zones;
        this.mayBeSaid = new MayBeSaid(known.history());
        this.sessionsFirst = new SessionsFirst(course, now);
        this.now = now;
    }

    Occasion of(Touchpoint touchpoint, Moment moment) {
        var zone = zones.of(moment.visit());
        var rule = new WindowRule(touchpoint.timing(), zone, known.closures());
        var found = find(rule, moment);
        var occasion = new Occasion(
                touchpoint,
                key(touchpoint, moment, zone),
                moment.told() && moment.visit() != null ? moment.visit().id() : null,
                new Why(moment.event(), rule(touchpoint), moment.at()),
                zone,
                found.map(Found::window).orElse(null),
                found.isPresent() || moment.dropped() != null ? moment.dropped() : whyNone(rule, moment),
                null,
                found.flatMap(window -> Reminders.silentAt(touchpoint.silence(), touchpoint.reminder(), window, zone))
                        .orElse(null),
                null,
                null);
        return settled(onOpenDay(occasion, rule), moment);
    }

    /** What circumstances leave of an occasion. */
    Occasion settled(Occasion occasion, Moment moment) {
        var allowed = mayBeSaid
                .whyNot(occasion.touchpoint(), moment)
                .map(occasion::droppedFor)
                .orElse(occasion);
        return unlessLate(unlessPaused(sessionsFirst.apply(allowed, moment)), moment);
    }

    private String rule(Touchpoint touchpoint) {
        return rules.computeIfAbsent(
                touchpoint.code(), code -> touchpoint.timing().rule());
    }

    private Optional<Found> find(WindowRule rule, Moment moment) {
        var timing = rule.timing();
        return rule.window(moment.at(), moment.offset(), moment.notBefore())
                .filter(found -> leavesTime(rule, found, moment))
                .flatMap(found -> beforeItBegins(found, moment))
                .map(found -> timing.persist() ? found.within(rule.persisting(found.window(), now)) : found)
                .map(found -> expiring(rule, found));
    }

    /** A text about a coming visit is none once it has begun. */
    private static Optional<Found> beforeItBegins(Found found, Moment moment) {
        var begins = moment.notAfter();
        var window = found.window();
        if (begins == null || !begins.isBefore(window.closesAt())) {
            return Optional.of(found);
        }
        return window.opensAt().isBefore(begins)
                ? Optional.of(found.within(new Window(window.opensAt(), begins)))
                : Optional.empty();
    }

    private static boolean leavesTime(WindowRule rule, Found found, Moment moment) {
        var until = rule.timing().until();
        return until == null
                || moment.notAfter() == null
                || !found.window()
                        .opensAt()
                        .isAfter(moment.at()
                                .atZone(rule.zone())
                                .plusDays(until.days())
                                .toInstant());
    }

    private static Found expiring(WindowRule rule, Found found) {
        var expires = rule.timing().expires();
        var window = found.window();
        return expires == null || !window.opensAt().plus(expires).isBefore(window.closesAt())
                ? found
                : found.within(new Window(window.opensAt(), window.opensAt().plus(expires)));
    }

    private static DropReason whyNone(WindowRule rule, Moment moment) {
        boolean openDaysWouldDo = rule.timing().whenClosed() == WhenClosed.MOVE
                && new WindowRule(rule.timing(), rule.zone(), Closures.NONE)
                        .window(moment.at(), moment.offset(), moment.notBefore())
                        .flatMap(found -> beforeItBegins(found, moment))
                        .isPresent();
        return openDaysWouldDo ? DropReason.CLINIC_CLOSED : DropReason.SHORT_NOTICE;
    }

    private static Occasion onOpenDay(Occasion occasion, WindowRule rule) {
        var window = occasion.window();
        return window != null && rule.timing().whenClosed() == WhenClosed.DROP && rule.isOnClosure(window)
                ? occasion.droppedFor(DropReason.CLINIC_CLOSED)
                : occasion;
    }

    private Occasion unlessPaused(Occasion occasion) {
        var window = occasion.window();
        if (window == null || !occasion.isPlanned()) {
            return occasion;
        }
        return known.pauses()
                .leaveOf(window, occasion.touchpoint().code(), now)
                .map(occasion::at)
                .orElseGet(() -> occasion.droppedFor(DropReason.PAUSED));
    }

    private Occasion unlessLate(Occasion occasion, Moment moment) {
        var window = occasion.window();
        if (window == null) {
            return occasion;
        }
        if (isHistory(occasion, moment)) {
            return occasion.droppedFor(DropReason.TOO_OLD);
        }
        return now.isBefore(window.closesAt()) ? occasion : occasion.droppedFor(DropReason.WINDOW_CLOSED);
    }

    /** What is to come ages by its window alone. */
    private boolean isHistory(Occasion occasion, Moment moment) {
        var timing = occasion.touchpoint().timing();
        return timing.anchor().isHappening()
                && !occasion.isReminder()
                && now.isAfter(WindowRule.nominal(moment.at(), moment.offset(), occasion.zone())
                        .plus(timing.maxAge()));
    }

    private static String key(Touchpoint touchpoint, Moment moment, ZoneId zone) {
        var once = touchpoint.timing().oncePer();
        var visit = moment.visit();
        if (once == OncePer.PATIENT) {
            return touchpoint.code() + repetition(moment);
        }
        if (visit == null || !moment.told()) {
            return touchpoint.code() + (moment.subject().isEmpty() ? "" : "/" + moment.subject()) + repetition(moment);
        }
        var which = once == OncePer.DAY ? LocalDate.ofInstant(visit.startsAt(), zone) : visit.startsAt();
        return touchpoint.code() + "/" + visit.id() + "/" + which + repetition(moment);
    }

    /** Of what comes again each time is one of its own. */
    private static String repetition(Moment moment) {
        return moment.times() == 0 ? "" : "/" + moment.times();
    }
}
