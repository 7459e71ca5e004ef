package aftercare.messaging.sending;

import aftercare.messaging.requests.MessageState;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the carrier says of a text it took. Callbacks come twice and in any order: a lower or equal rank says nothing new. */
public enum CarrierStatus {
    ACCEPTED(1, MessageState.SENT),
    SCHEDULED(1, MessageState.SENT),
    QUEUED(2, MessageState.SENT),
    SENDING(3, MessageState.SENT),
    SENT(4, MessageState.SENT),
    DELIVERED(5, MessageState.DELIVERED),
    UNDELIVERED(5, MessageState.UNDELIVERED),
    FAILED(5, MessageState.UNDELIVERED),
    CANCELED(5, MessageState.UNDELIVERED),
    READ(6, MessageState.DELIVERED);

    private final int rank;
    private final MessageState state;

    CarrierStatus(int rank, MessageState state) {
        this.rank = rank;
        this.state = state;
    }

    /** A status nobody has told us of is empty, and no error. */
    public static Optional<CarrierStatus> of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.name().equals(word.strip().toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    int rank() {
        return rank;
    }

    /** What it means for our text. */
    MessageState state() {
        return state;
    }
}
