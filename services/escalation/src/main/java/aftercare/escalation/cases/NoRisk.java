package aftercare.escalation.cases;

import aftercare.schemas.escalation.HoldChoice;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Nobody is at risk: why screening thought so, and on what the finding rests. */
record NoRisk(
        Reason reason,
        RestsOn restsOn,
        @Nullable String words,
        HoldChoice hold,
        @Nullable Instant holdUntil) implements WayOut {

    enum Reason {
        /** "I died laughing." */
        IDIOM,
        /** What was lived through in the session, told as over. */
        SESSION_TALK,
        /** It is about somebody else, who needs nobody now. */
        OTHER_PERSON,
        WRONG_NUMBER,
        TEST;

        /** As the labelled replies name what a row is about. */
        String phenomenon() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum RestsOn {
        /** The thread, as read. */
        THREAD,
        /** Somebody spoke with the patient. */
        CALL,
        /** The patient is well known to whoever closes it. */
        KNOWN_PATIENT,
        /** A colleague, a relative or another clinic said so. */
        TOLD_BY_OTHERS
    }

    @Override
    public Disposition disposition() {
        return Disposition.NO_RISK_FOUND;
    }

    @Override
    public String note() {
        return words == null ? "" : words;
    }

    @Override
    public @Nullable Instant nextContactAt() {
        return null;
    }

    Optional<Resolution.Refusal> refusal(Instant now) {
        return Resolution.isPast(holdUntil, now) ? Optional.of(Resolution.Refusal.IN_THE_PAST) : Optional.empty();
    }

    /** Never the words (S9). */
    @Override
    public String toString() {
        return "NoRisk[" + reason + ", " + restsOn + ", " + hold + "]";
    }
}
