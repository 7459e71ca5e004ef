package aftercare.screening.answers;

import java.util.List;

/** What the open question declares: which answers it takes, and which of them are risk. */
public record OpenQuestion(
        Form form, List<String> choices, int min, int max, boolean asksAboutRisk, List<String> riskAnswers) {
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
