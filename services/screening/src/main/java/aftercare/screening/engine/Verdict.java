package aftercare.screening.engine;

import aftercare.schemas.screening.Ending;
import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.Urgency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reply was found to mean. {@code urgency} is there exactly for CONCERN, {@code ending} exactly for ROUTINE.
 *
 * @param reasons words for staff; none of them the patient's
 * @param answer the bound answer in canonical form
 */
public record Verdict(
        Level level,
        @Nullable Urgency urgency,
        @Nullable Ending ending,
        boolean optOut,
        List<String> categories,
        List<Evidence> evidence,
        List<String> reasons,
        double score,
        @Nullable String answer) {
    public Verdict {
        categories = List.copyOf(categories);
        evidence = List.copyOf(evidence);
        reasons = List.copyOf(reasons);
        if ((level == Level.CONCERN) != (urgency != null) || (level == Level.ROUTINE) != (ending != null))
            throw new IllegalArgumentException(
                    "A verdict has an urgency exactly for CONCERN and an ending exactly for ROUTINE");
    }

    /** The engine could not tell: a human must look now (S4). */
    public static Verdict undecided(String category, String reason) {
        return new Verdict(
                Level.CONCERN, Urgency.NOW, null, false, List.of(category), List.of(), List.of(reason), 0.5, null);
    }

    /** The stretch of the original text that a rule was about, in UTF-16 units. */
    public record Evidence(int start, int end, String rule) {}
}
