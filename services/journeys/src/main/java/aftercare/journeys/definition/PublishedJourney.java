package aftercare.journeys.definition;

/** A version of a journey that is in force. */
public record PublishedJourney(int version, Journey journey) {}
