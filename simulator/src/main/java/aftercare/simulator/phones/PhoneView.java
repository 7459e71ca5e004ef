package aftercare.simulator.phones;

import aftercare.simulator.carrier.CallFault;
import aftercare.simulator.carrier.Direction;
import aftercare.simulator.carrier.Status;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A phone as its owner, or a script, sees it.
 *
 * @param call the one that it rings with or is on
 * @param lastCall the newest that is over
 */
record PhoneView(
        String id,
        String number,
        @Nullable String name,
        boolean staff,
        @Nullable Integer refusedWith,
        boolean dropsReceipts,
        @Nullable CallFault callFault,
        int unread,
        List<Bubble> texts,
        @Nullable CallView call,
        @Nullable CallView lastCall) {
    private static final Pattern US = Pattern.compile("\\+1(\\d{3})(\\d{3})(\\d{4})");

    public String title() {
        return name == null ? spacedNumber() : name;
    }

    /** As people read a number out. */
    public String spacedNumber() {
        return US.matcher(number).replaceFirst("+1 $1 $2 $3");
    }

    /** Never shows name or number (S9). */
    @Override
    public String toString() {
        return "PhoneView " + id;
    }

    /**
     * One text of the thread.
     *
     * @param line what people call the clinic's number at the other end
     * @param at clinic time
     */
    record Bubble(
            String sid,
            Direction direction,
            String from,
            String to,
            String line,
            String body,
            int media,
            int segments,
            Status status,
            @Nullable Integer errorCode,
            boolean unread,
            Instant at,
            Instant machineAt) {

        /** Never shows words or numbers (S9). */
        @Override
        public String toString() {
            return "Bubble " + sid;
        }
    }
}
