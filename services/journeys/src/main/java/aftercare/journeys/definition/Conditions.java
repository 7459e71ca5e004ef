package aftercare.journeys.definition;

import aftercare.schemas.clinic.Route;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a touchpoint is for this patient and this visit. All must hold; empty ones always do.
 *
 * @param languages ISO 639 codes of what the patient prefers
 * @param notOnSessionDays not on a day on which a session of the patient begins
 * @param arrived whether the patient must, or must not, have come to the visit by then
 * @param cancellations so many visits of the series, or more, were cancelled
 */
public record Conditions(
        Set<Route> routes,
        SessionNumbers numbers,
        Set<String> languages,
        @Nullable AnswerCondition answered,
        boolean notOnSessionDays,
        @Nullable Boolean arrived,
        int cancellations) {
    public static final Conditions NONE = new Conditions(Set.of(), SessionNumbers.ALL, Set.of(), null, false, null, 0);

    public Conditions {
        routes = Set.copyOf(routes);
        languages = Set.copyOf(languages);
    }
}
