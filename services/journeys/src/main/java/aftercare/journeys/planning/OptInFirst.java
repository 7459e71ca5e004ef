package aftercare.journeys.planning;

import aftercare.journeys.definition.Journey;
import aftercare.schemas.messaging.Purpose;
import java.util.Collection;

/** Nothing is said before the opt-in text was. */
public record OptInFirst(boolean optedInInWords) {

    static OptInFirst of(Journey journey, Collection<PlannedTouchpoint> touchpoints) {
        return new OptInFirst(!journey.optsIn()
                || touchpoints.stream()
                        .anyMatch(touchpoint -> touchpoint.purpose() == Purpose.OPT_IN
                                && touchpoint.state().isSaid()));
    }

    public boolean holdsBack(PlannedTouchpoint touchpoint) {
        return !optedInInWords && touchpoint.purpose() != Purpose.OPT_IN;
    }
}
