package aftercare.messaging.typed;

import aftercare.schemas.MessageId;

/** What became of a text somebody typed. */
sealed interface Typing {
    record Queued(MessageId message) implements Typing {}

    record NoSuchLine() implements Typing {}

    record NoNumber() implements Typing {}

    record OptedOut() implements Typing {}

    record NumberRefused() implements Typing {}

    /** Everyone behind the number has died. */
    record Deceased() implements Typing {}
}
