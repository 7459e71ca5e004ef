package aftercare.platform.clock;

import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;

/** Moves this process's clinic time and tells whoever waits. */
final class ClinicTime {
    private final ClinicClock clock;
    private final ApplicationEventPublisher events;

    ClinicTime(ClinicClock clock, ApplicationEventPublisher events) {
        this.clock = clock;
        this.events = events;
    }

    void leadBy(Duration lead) {
        var before = clock.lead();
        clock.leadBy(lead);
        if (!clock.lead().equals(before)) {
            events.publishEvent(new ClinicTimeMoved(clock.lead()));
        }
    }
}
