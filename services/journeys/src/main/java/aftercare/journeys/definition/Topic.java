package aftercare.journeys.definition;

import aftercare.journeys.wording.Wording;

/** One thing that a patient should know, said at most once. Mandatory ones are said first. */
public record Topic(String code, String name, boolean mandatory, Wording wording) {}
