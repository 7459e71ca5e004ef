package aftercare.journeys.definition;

import aftercare.journeys.wording.Texts;
import aftercare.journeys.wording.Wording;
import aftercare.schemas.clinic.VisitKind;
import aftercare.schemas.messaging.Purpose;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One text of a journey.
 *
 * @param kinds the visits it belongs to
 * @param answers the fixed texts that answer a routine answer, by the answer
 */
public record Touchpoint(
        String code,
        String name,
        Purpose purpose,
        int priority,
        Set<VisitKind> kinds,
        Timing timing,
        Wording wording,
        @Nullable Asks asks,
        Map<String, Texts> answers) {
    public Touchpoint {
        kinds = Set.copyOf(kinds);
        answers = Map.copyOf(answers);
    }
}
