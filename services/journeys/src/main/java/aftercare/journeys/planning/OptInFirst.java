package aftercare.journeys.planning;

import aftercare.journeys.definition.Journey;
import aftercare.journeys.definition.Touchpoint;
import aftercare.schemas.messaging.Purpose;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Nothing is said before the opt-in text was.
 *
 * @param forStaff what nobody says to the patient, and waits for nothing
 */
public record OptInFirst(boolean optedInInWords, Set<String> forStaff) {
    public OptInFirst {
        forStaff = Set.copyOf(forStaff);
    }

    static OptInFirst of(Journey journey, Collection<PlannedTouchpoint> touchpoints) {
        boolean optedIn = !journey.optsIn()
                || touchpoints.stream()
                        .anyMatch(touchpoint -> touchpoint.purpose() == Purpose.OPT_IN
                                && touchpoint.state().isSaid());
        return new OptInFirst(
                optedIn,
                journey.touchpoints().stream()
                        .filter(Touchpoint::toStaff)
                        .map(Touchpoint::code)
                        .collect(Collectors.toSet()));
    }

    public boolean holdsBack(PlannedTouchpoint touchpoint) {
        return !optedInInWords && touchpoint.purpose() != Purpose.OPT_IN && !forStaff.contains(touchpoint.touchpoint());
    }
}
