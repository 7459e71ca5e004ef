package aftercare.screening.answers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the open question declares: which answers it takes, and which of them are risk.
 *
 * @param yesMeans the choice that a plain "yes" stands for; none: one that is spelt so, if any
 * @param noMeans the same for "no"
 */
public record OpenQuestion(
        Form form,
        List<String> choices,
        @Nullable String yesMeans,
        @Nullable String noMeans,
        int min,
        int max,
        boolean asksAboutRisk,
        List<String> riskAnswers) {
    public OpenQuestion {
        choices = List.copyOf(choices);
        riskAnswers = List.copyOf(riskAnswers);
    }

    /** What shape an answer has. */
    public enum Form {
        CHOICE,
        NUMBER
    }
}
