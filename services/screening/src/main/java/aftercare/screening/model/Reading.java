package aftercare.screening.model;

import java.util.List;
import java.util.Map;

/**
 * What the model makes of a reply.
 *
 * @param likelihoods of each kind; they add up to one
 * @param examples the known examples nearest in meaning, nearest first
 */
public record Reading(Map<Kind, Double> likelihoods, List<Example> examples) {
    public Reading {
        likelihoods = Map.copyOf(likelihoods);
        examples = List.copyOf(examples);
    }

    public double of(Kind first, Kind... more) {
        double sum = likelihoods.getOrDefault(first, 0.0);
        for (var kind : more) sum += likelihoods.getOrDefault(kind, 0.0);
        return sum;
    }

    /** A reply the model was taught with; invented, nobody's own words. */
    public record Example(Kind kind, String text) {}
}
