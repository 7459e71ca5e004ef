package aftercare.screening.answers;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words around answers, from {@code answers.yaml}. */
public record AnswerForms(
        Map<String, Integer> numbers,
        Map<String, Integer> frequencies,
        Set<String> around,
        Set<String> yes,
        Set<String> no,
        Set<String> half,
        List<String> asksAboutRisk,
        List<String> safeWhenYes,
        List<String> worstWords) {}
