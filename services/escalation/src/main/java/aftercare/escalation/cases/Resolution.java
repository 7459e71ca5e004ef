package aftercare.escalation.cases;

import aftercare.schemas.escalation.HoldChoice;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a human says when they end a case in which somebody may be at risk.
 *
 * @param note who decided what, and who was told
 * @param duplicateOf the code of the case that goes on
 */
record Resolution(
        Disposition disposition,
        String note,
        @Nullable String spokeWith,
        @Nullable RiskLevel level,
        @Nullable String plan,
        @Nullable Instant nextContactAt,
        @Nullable WelfareCheck welfareCheck,
        @Nullable String duplicateOf,
        HoldChoice hold,
        @Nullable Instant holdUntil)
        implements WayOut {

    /** What stands in its way. */
    Optional<Refusal> refusal(Instant now) {
        if (disposition == Disposition.NO_RISK_FOUND) {
            return Optional.of(Refusal.OTHER_WAY_OUT);
        }
        if (!disposition.endsCase()) {
            return Optional.of(Refusal.NOT_AN_ENDING);
        }
        if (note.isBlank()) {
            return Optional.of(Refusal.NO_NOTE);
        }
        return missing()
                .or(() -> isPast(nextContactAt, now) || isPast(holdUntil, now)
                        ? Optional.of(Refusal.IN_THE_PAST)
                        : Optional.empty());
    }

    private Optional<Refusal> missing() {
        if (disposition == Disposition.WELFARE_CHECK_REQUESTED && welfareCheck == null) {
            return Optional.of(Refusal.NO_WELFARE_OUTCOME);
        }
        if (disposition == Disposition.DUPLICATE && isBlank(duplicateOf)) {
            return Optional.of(Refusal.NO_OTHER_CASE);
        }
        if (!disposition.needsNextContact()) {
            return Optional.empty();
        }
        if (isBlank(spokeWith)) {
            return Optional.of(Refusal.NOBODY_SPOKEN_WITH);
        }
        if (level == null) {
            return Optional.of(Refusal.NO_LEVEL);
        }
        if (isBlank(plan)) {
            return Optional.of(Refusal.NO_PLAN);
        }
        return nextContactAt == null ? Optional.of(Refusal.NO_NEXT_CONTACT) : Optional.empty();
    }

    static boolean isPast(@Nullable Instant at, Instant now) {
        return at != null && at.isBefore(now);
    }

    private static boolean isBlank(@Nullable String words) {
        return words == null || words.isBlank();
    }

    /** Why a case can't be resolved so, and what to do instead. */
    enum Refusal {
        OTHER_WAY_OUT(
                "That no risk was found is said with its reason and with what it rests on. Use \"No risk found\"."),
        NOT_AN_ENDING(
                "A patient who was not reached is not an ending: the case stays yours. Log each try as a call, and call"
                        + " again."),
        NO_NOTE("A case ends with a note: who decided what, and who was told."),
        NOBODY_SPOKEN_WITH("Say who was spoken with: the patient, a relative, the police, or nobody and why."),
        NO_LEVEL("Say how high the risk was judged to be, or that nobody could ask."),
        NO_PLAN("Say what the plan is until the next contact."),
        NO_NEXT_CONTACT(
                "This ending needs the date of the next contact. Say when somebody speaks with the patient again."),
        NO_WELFARE_OUTCOME(
                "A welfare check ends the case with what came of it: seen safe, transported or not found. Until that is"
                        + " known the case stays yours."),
        NO_OTHER_CASE("Say the code of the case that goes on."),
        UNKNOWN_OTHER_CASE(
                "No open case of another phone or patient has that code. A case is a duplicate only of one that goes on."),
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
