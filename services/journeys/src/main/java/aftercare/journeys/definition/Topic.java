package aftercare.journeys.definition;

import aftercare.journeys.wording.Place;
import aftercare.journeys.wording.Wording;

/** One thing that a patient should know, said at most once. Mandatory ones are said first. */
public record Topic(String code, String name, boolean mandatory, Wording wording) {
    /** Where its text stands, for {@link aftercare.journeys.wording.Lint}. */
    public Place place(boolean detailed) {
        return new Place(Place.Kind.STATEMENT, detailed, false);
    }
}
