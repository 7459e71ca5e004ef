package aftercare.journeys.scores;

import java.time.Instant;

/** One score of a patient. */
public record Score(Scale scale, int value, Instant at) {}
