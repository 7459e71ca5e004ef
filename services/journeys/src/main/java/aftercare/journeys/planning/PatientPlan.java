package aftercare.journeys.planning;

import aftercare.journeys.definition.PublishedJourney;
import aftercare.journeys.facts.PatientHistory;
import java.util.List;

/** A patient's plan as it stands after planning, and what it was made from. */
public record PatientPlan(PatientHistory history, PublishedJourney published, List<PlannedTouchpoint> touchpoints) {
    public PatientPlan {
        touchpoints = List.copyOf(touchpoints);
    }

    public OptInFirst optIn() {
        return OptInFirst.of(published.journey(), touchpoints);
    }
}
