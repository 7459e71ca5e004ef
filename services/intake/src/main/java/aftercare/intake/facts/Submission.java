package aftercare.intake.facts;

import java.util.OptionalInt;

/**
 * A fact, and what its sender takes for granted.
 *
 * @param expectedRevision how many versions of the record the sender believes are held
 * @param unmapped whether no rule knew what the visit is for
 */
public record Submission(Fact fact, OptionalInt expectedRevision, boolean unmapped) {
    public static Submission of(Fact fact) {
        return new Submission(fact, OptionalInt.empty(), false);
    }
}
