package aftercare.testkit;

import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.ClinicTimeMoved;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.ApplicationContext;

/** Moves the clinic time of a service under test. It only goes forward, and a context that tests share keeps it. */
public final class TestClocks {
    private TestClocks() {}

    public static void forward(ApplicationContext service, Duration by) {
        var clock = service.getBean(ClinicClock.class);
        clock.leadBy(clock.lead().plus(by));
        service.publishEvent(new ClinicTimeMoved(clock.lead()));
    }

    /** Moves to an instant that is still to come. */
    public static void forwardTo(ApplicationContext service, Instant instant) {
        var now = service.getBean(ClinicClock.class).instant();
        if (instant.isBefore(now)) {
            throw new IllegalArgumentException("Clinic time is past " + instant + " and never goes back");
        }
        forward(service, Duration.between(now, instant));
    }
}
