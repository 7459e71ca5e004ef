package aftercare.platform.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Clinic time: decides windows, page waits and reminders. It runs at the pace of machine time and stands ahead of it by what a demo has
 * moved it; it never goes back.
 */
public final class ClinicClock extends Clock {
    private final Clock machine;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    public ClinicClock(Clock machine) {
        this.machine = machine;
    }

    /** Stands {@code lead} ahead of machine time from now on; a lead shorter than today's changes nothing. */
    public void leadBy(Duration lead) {
        ahead.accumulateAndGet(lead, (old, wanted) -> wanted.compareTo(old) > 0 ? wanted : old);
    }

    public Duration lead() {
        return ahead.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(machine.withZone(zone), lead());
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(lead());
    }
}
