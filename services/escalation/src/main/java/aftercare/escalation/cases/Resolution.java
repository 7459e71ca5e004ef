package aftercare.escalation.cases;

import aftercare.schemas.escalation.HoldChoice;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a human says when they end a case. */
record Resolution(
        Disposition disposition,
        String note,
        @Nullable String spokeWith,
        @Nullable Instant nextContactAt,
        HoldChoice hold,
        @Nullable Instant holdUntil) {

    /** What stands in its way. */
    Optional<Refusal> refusal(Instant now) {
        if (!disposition.endsCase()) {
            return Optional.of(Refusal.NOT_AN_ENDING);
        }
        if (note.isBlank()) {
            return Optional.of(Refusal.NO_NOTE);
        }
        if (disposition.needsNextContact() && nextContactAt == null) {
            return Optional.of(Refusal.NO_NEXT_CONTACT);
        }
        if (isPast(nextContactAt, now) || isPast(holdUntil, now)) {
            return Optional.of(Refusal.IN_THE_PAST);
        }
        return Optional.empty();
    }

    private static boolean isPast(@Nullable Instant at, Instant now) {
        return at != null && at.isBefore(now);
    }

    /** Why a case can't be resolved so, and what to do instead. */
    enum Refusal {
        NOT_AN_ENDING(
                "A patient who was not reached is not an ending: the case stays yours. Add each try as a note, and call"
                        + " again."),
        NO_NOTE("A case ends with a note: who decided what, and on what it rests."),
        NO_NEXT_CONTACT(
                "This ending needs the date of the next contact. Say when somebody speaks with the patient again."),
        IN_THE_PAST("A date to come lies in the past. Check the next contact and the end of the hold.");

        private final String words;

        Refusal(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Never the words (S9). */
    @Override
    public String toString() {
        return "Resolution[" + disposition + ", " + hold + "]";
    }
}
