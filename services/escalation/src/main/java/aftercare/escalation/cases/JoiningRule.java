package aftercare.escalation.cases;

import aftercare.schemas.LineId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which of the cases that are not resolved a reply belongs to. Each given case has the reply's line or one of its patients. The line's own
 * case comes first; else the gravest, else the oldest: two cases are never made one, and a reply is never in two.
 */
final class JoiningRule {
    private static final Comparator<Case> GRAVEST_THEN_OLDEST = Comparator.<Case, Integer>comparing(
                    unresolved -> Causes.rank(unresolved.cause()))
            .reversed()
            .thenComparing(Case::openedAt)
            .thenComparing(unresolved -> unresolved.id().value());

    private JoiningRule() {}

    static Optional<Case> choose(List<Case> unresolved, LineId line) {
        return unresolved.stream()
                .filter(candidate -> candidate.lineIds().contains(line))
                .min(GRAVEST_THEN_OLDEST)
                .or(() -> unresolved.stream().min(GRAVEST_THEN_OLDEST));
    }
}
