package aftercare.simulator.carrier;

import org.jspecify.annotations.Nullable;

/** A text somebody asks the carrier to send; empty where a value was left out. */
record Order(String to, String from, String body, @Nullable String callback) {
    private static final int LONGEST = 1600;

    /** What is wrong with the order itself, or null. */
    @Nullable
    Refusal fault() {
        if (to.isBlank()) {
            return Refusal.NO_TO;
        }
        if (from.isBlank()) {
            return Refusal.NO_FROM;
        }
        if (body.isEmpty()) {
            return Refusal.NO_BODY;
        }
        if (!PhoneNumber.isE164(to)) {
            return Refusal.BAD_TO;
        }
        if (!PhoneNumber.isE164(from)) {
            return Refusal.BAD_FROM;
        }
        if (to.equals(from)) {
            return Refusal.SAME_NUMBER;
        }
        return body.codePointCount(0, body.length()) > LONGEST ? Refusal.TOO_LONG : null;
    }

    /** Never shows words or numbers (S9). */
    @Override
    public String toString() {
        return "Order";
    }
}
