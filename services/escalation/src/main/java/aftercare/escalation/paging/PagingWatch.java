package aftercare.escalation.paging;

import aftercare.escalation.alarms.AlarmKind;
import aftercare.escalation.alarms.Alarms;
import aftercare.escalation.alarms.Patrol;
import aftercare.escalation.oncall.OnCall;
import aftercare.escalation.oncall.Rung;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Looks whether pages go out and whether anybody could be paged at all (S10); on a thread of its own. */
@Component
class PagingWatch {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final StaffTexts texts;
    private final Pursuits pursuits;
    private final OnCall onCall;
    private final Alarms alarms;
    private final PagingSettings settings;
    private final ClinicClock clock;
    private final MachineClock machineClock;
    private @Nullable Instant stepsLateSince;

    PagingWatch(
            StaffTexts texts,
            Pursuits pursuits,
            OnCall onCall,
            Alarms alarms,
            PagingSettings settings,
            ClinicClock clock,
            MachineClock machineClock) {
        this.texts = texts;
        this.pursuits = pursuits;
        this.onCall = onCall;
        this.alarms = alarms;
        this.settings = settings;
        this.clock = clock;
        this.machineClock = machineClock;
    }

    void look() {
        alarms.keep(AlarmKind.PAGES_STUCK, "texts", textsAreStuck());
        alarms.keep(AlarmKind.PAGES_STUCK, "steps", stepsAreStuck());
        alarms.keep(
                AlarmKind.NO_ONE_ON_CALL,
                "on-call",
                onCall.at(clock.instant()).stream().allMatch(Rung::isEmpty));
    }

    private boolean textsAreStuck() {
        var before = machineClock.instant().minus(settings.stuckAfter());
        return texts.stuckSince(before, before.minus(settings.outageFold())) > 0;
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
