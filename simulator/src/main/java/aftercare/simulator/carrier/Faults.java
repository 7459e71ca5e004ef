package aftercare.simulator.carrier;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** The fault in force. It is forgotten at a restart: a demo that starts again starts whole. */
@Component
class Faults {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int LOOKS = 600;

    private final AtomicReference<Fault> fault = new AtomicReference<>(Fault.NONE);

    void set(Fault wanted) {
        fault.set(wanted);
    }

    Fault at(String sender) {
        var now = fault.get();
        return now.meets(sender) ? now : Fault.NONE;
    }

    /** Holds a caller for a minute, or until the fault is mended. */
    void hang(Fault hanging) {
        try {
            for (var looks = 0; looks < LOOKS && fault.get().equals(hanging); looks++) {
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
