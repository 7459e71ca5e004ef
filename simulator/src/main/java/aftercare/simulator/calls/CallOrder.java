package aftercare.simulator.calls;

import aftercare.simulator.carrier.PhoneNumber;
import aftercare.simulator.carrier.Refusal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call somebody asks the carrier to make; empty where a value was left out. */
record CallOrder(
        String to, String from, String url, @Nullable String callback, List<String> tells, Duration ring) {
    CallOrder {
        tells = List.copyOf(tells);
    }

    /** What is wrong with the order itself, or null. */
    @Nullable
    Refusal fault() {
        if (to.isBlank()) {
            return Refusal.NO_TO;
        }
        if (from.isBlank()) {
            return Refusal.NO_FROM;
        }
        if (url.isBlank()) {
            return Refusal.NO_URL;
        }
        if (!PhoneNumber.isE164(to)) {
            return Refusal.BAD_TO;
        }
        if (!PhoneNumber.isE164(from)) {
            return Refusal.BAD_FROM;
        }
        return to.equals(from) ? Refusal.SAME_NUMBER : null;
    }

    /** Never numbers (S9). */
    @Override
    public String toString() {
        return "CallOrder";
    }
}
