package aftercare.simulator.carrier;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The fault in force. It is forgotten at a restart: a demo that starts again starts whole. */
@Component
public class Faults {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int LOOKS = 600;

    private final AtomicReference<Fault> fault = new AtomicReference<>(Fault.NONE);

    void set(Fault wanted) {
        fault.set(wanted);
    }

    /** Does it, unless the fault in force says otherwise; null where the connection is closed without an answer. */
    public <T> @Nullable ResponseEntity<T> around(
            String sender, HttpServletRequest request, Supplier<ResponseEntity<T>> deed) {
        var met = at(sender);
        return switch (met.mode()) {
            case NONE -> deed.get();
            case REFUSE_ALL -> throw new Refused(Refusal.chosen(met.errorCode()));
            case ERROR_500 -> {
                doDespite(met, deed);
                throw new Refused(Refusal.FAILED);
            }
            case DROP -> {
                doDespite(met, deed);
                DroppedConnections.drop(request);
                yield null;
            }
            case HANG -> {
                doDespite(met, deed);
                hang(met);
                DroppedConnections.drop(request);
                yield null;
            }
        };
    }

    private static void doDespite(Fault met, Supplier<?> deed) {
        if (met.taken()) {
            var _ = deed.get();
        }
    }

    private Fault at(String sender) {
        var now = fault.get();
        return now.meets(sender) ? now : Fault.NONE;
    }

    /** Holds a caller for a minute, or until the fault is mended. */
    private void hang(Fault hanging) {
        try {
            for (var looks = 0; looks < LOOKS && fault.get().equals(hanging); looks++) {
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
