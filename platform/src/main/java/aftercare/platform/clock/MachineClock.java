package aftercare.platform.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Machine time: decides the 30 s watch, sessions, tokens, leases and retries. Nothing moves it. */
public final class MachineClock extends Clock {
    private final Clock source;

    public MachineClock(Clock source) {
        this.source = source;
    }

    public static MachineClock system() {
        return new MachineClock(Clock.systemUTC());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return source.withZone(zone);
    }

    @Override
    public Instant instant() {
        return source.instant();
    }
}
