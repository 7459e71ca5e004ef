package aftercare.escalation.paging;

import aftercare.escalation.alarms.AlarmKind;
import aftercare.escalation.alarms.Alarms;
import aftercare.escalation.alarms.Patrol;
import aftercare.escalation.oncall.ContactKind;
import aftercare.escalation.oncall.OnCall;
import aftercare.escalation.oncall.Rung;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import aftercare.schemas.escalation.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Looks whether pages go out and whether anybody could be paged at all (S10); on a thread of its own. */
@Component
class PagingWatch {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Pages pages;
    private final Dispatches dispatches;
    private final Map<ContactKind, Map<UUID, Instant>> seenDue = new EnumMap<>(ContactKind.class);
    private final Pursuits pursuits;
    private final OnCall onCall;
    private final Alarms alarms;
    private final PagingSettings settings;
    private final ClinicClock clock;
    private final MachineClock machineClock;
    private @Nullable Instant stepsLateSince;

    PagingWatch(
            Pages pages,
            Dispatches dispatches,
            Pursuits pursuits,
            OnCall onCall,
            Alarms alarms,
            PagingSettings settings,
            ClinicClock clock,
            MachineClock machineClock) {
        this.pages = pages;
        this.dispatches = dispatches;
        this.pursuits = pursuits;
        this.onCall = onCall;
        this.alarms = alarms;
        this.settings = settings;
        this.clock = clock;
        this.machineClock = machineClock;
    }

    void look() {
        alarms.keep(AlarmKind.PAGES_STUCK, "texts", areStuck(ContactKind.SMS));
        alarms.keep(AlarmKind.PAGES_STUCK, "calls", areStuck(ContactKind.VOICE));
        alarms.keep(AlarmKind.PAGES_STUCK, "e-mail", areStuck(ContactKind.EMAIL));
        alarms.keep(AlarmKind.PAGES_STUCK, "webhooks", areStuck(ContactKind.WEBHOOK));
        alarms.keep(AlarmKind.PAGES_STUCK, "steps", stepsAreStuck());
        alarms.keep(
                AlarmKind.NO_ONE_ON_CALL,
                "on-call",
                onCall.at(clock.instant(), Cause.CRISIS).stream().allMatch(Rung::isEmpty));
    }

    private boolean areStuck(ContactKind way) {
        var before = machineClock.instant().minus(settings.stuckAfter());
        return dispatches.stuckSince(way, before) > 0 || waitTooLong(way);
    }

    /** A page may have been made long before it is due, and clinic time may jump: it is late from the first look that saw it due. */
    private boolean waitTooLong(ContactKind way) {
        var now = machineClock.instant();
        var before = now.minus(settings.stuckAfter()).minus(settings.outageFold());
        var due = pages.overdue(way, clock.instant(), before);
        var seen = seenDue.computeIfAbsent(way, first -> new HashMap<>());
        seen.keySet().retainAll(due);
        due.forEach(page -> seen.putIfAbsent(page, now));
        return seen.values().stream().anyMatch(since -> now.isAfter(since.plus(settings.stuckAfter())));
    }

    /** Clinic time may jump, so lateness is counted by machine time from the first look that saw it. */
    private boolean stepsAreStuck() {
        var now = machineClock.instant();
        if (pursuits.due(clock.instant()) == 0) {
            stepsLateSince = null;
            return false;
        }
        if (stepsLateSince == null) {
            stepsLateSince = now;
        }
        return now.isAfter(stepsLateSince.plus(settings.stuckAfter()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Rounds {
        @Bean
        Patrol pagingPatrol(PagingWatch watch) {
            return new Patrol("paging-watch", EVERY, watch::look);
        }
    }
}
