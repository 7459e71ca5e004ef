package aftercare.platform.twilio;

import java.util.Locale;
import java.util.stream.Stream;

/** How far a call has come. {@code COMPLETED} says that something picked up and hung up again, not that anybody listened. */
public enum CallStatus {
    QUEUED,
    RINGING,
    IN_PROGRESS,
    COMPLETED,
    BUSY,
    FAILED,
    NO_ANSWER,
    CANCELED,
    /** A word that the carrier did not use when this was written. */
    UNKNOWN;

    /** The carrier's word, such as {@code no-answer}. */
    public static CallStatus of(String word) {
        return Stream.of(values())
                .filter(status -> status.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(UNKNOWN);
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isOver() {
        return switch (this) {
            case COMPLETED, BUSY, FAILED, NO_ANSWER, CANCELED -> true;
            case QUEUED, RINGING, IN_PROGRESS, UNKNOWN -> false;
        };
    }
}
