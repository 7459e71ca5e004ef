package aftercare.platform.faults;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thing that may keep failing: raises the alarm once when it has failed for 30 seconds, and once more after it worked in between. */
public final class Trouble {
    private static final Logger log = LoggerFactory.getLogger(Trouble.class);
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String kind;
    private final ChainAlarms alarms;
    private @Nullable Instant since;
    private boolean raised;

    public Trouble(String kind, ChainAlarms alarms) {
        this.kind = kind;
        this.alarms = alarms;
    }

    /** It failed at {@code now}, machine time. */
    public synchronized void failed(Instant now, String about) {
        if (since == null) {
            since = now;
        }
        if (!raised && !now.isBefore(since.plus(PATIENCE))) {
            raise(about);
        }
    }

    private void raise(String about) {
        try {
            alarms.raise(kind, about);
            raised = true;
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue("alarm", kind)
                    .addKeyValue("about", about)
                    .addKeyValue("fault", Fault.of(e))
                    .log("An alarm could not be raised and will be tried again");
        }
    }

    /** It works, or works again. */
    public synchronized void over() {
        since = null;
        raised = false;
    }
}
