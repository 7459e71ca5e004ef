package aftercare.escalation.alarms;

import aftercare.escalation.alarms.UncoveredPolicy.Telling;
import aftercare.escalation.oncall.Coverage;
import aftercare.escalation.oncall.Hole;
import aftercare.escalation.site.Site;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.escalation.Cause;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Tells a day ahead that nobody can be reached for a time (S10). */
@Component
class UncoveredShifts {
    private final Coverage coverage;
    private final Alarms alarms;
    private final Site site;
    private final ClinicClock clock;

    UncoveredShifts(Coverage coverage, Alarms alarms, Site site, ClinicClock clock) {
        this.coverage = coverage;
        this.alarms = alarms;
        this.site = site;
        this.clock = clock;
    }

    void look() {
        var now = clock.instant();
        var holes = coverage.holes(now);
        for (var cause : List.of(Cause.CRISIS, Cause.CONCERN_NOW, Cause.UNSCREENED)) {
            var first = holes.stream()
                    .filter(hole -> hole.cause() == cause)
                    .map(Hole::from)
                    .findFirst()
                    .orElse(null);
            var about = "policy " + cause.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            switch (UncoveredPolicy.decide(first, now, site.zone())) {
                case Telling.RAISE -> alarms.raise(AlarmKind.SHIFT_UNCOVERED, about);
                case Telling.LEAVE -> {}
                case Telling.CLEAR -> alarms.clear(AlarmKind.SHIFT_UNCOVERED, about);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Rounds {
        @Bean
        Patrol uncoveredShiftsPatrol(UncoveredShifts shifts, AlarmSettings settings) {
            return new Patrol("uncovered-shifts", settings.alarm().uncoveredEvery(), shifts::look);
        }
    }
}
