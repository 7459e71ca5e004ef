package aftercare.simulator.carrier;

import org.jspecify.annotations.Nullable;

/**
 * A phone as the carrier knows it.
 *
 * @param id a keyed digest of the number: what stands in URLs in its place
 * @param staff one of the demo's own people
 * @param refusedWith the error code texts to it end with; null when it works
 * @param callFault what becomes of calls to it; null when it rings
 * @param readTo the last text its owner has seen
 */
public record Subscriber(
        String id,
        String number,
        @Nullable String name,
        boolean staff,
        @Nullable Integer refusedWith,
        boolean dropsReceipts,
        @Nullable CallFault callFault,
        long readTo) {

    /** Never shows name or number (S9). */
    @Override
    public String toString() {
        return "Subscriber " + id;
    }
}
