package aftercare.screening.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the model makes of a reply.
 *
 * @param likelihoods of each kind; they add up to one
 * @param neighbours the known examples near it in meaning
 */
public record Reading(Map<Kind, Double> likelihoods, Neighbours neighbours) {
    public Reading {
        likelihoods = Map.copyOf(likelihoods);
    }

    public double of(Kind first, Kind... more) {
        double sum = likelihoods.getOrDefault(first, 0.0);
        for (var kind : more) sum += likelihoods.getOrDefault(kind, 0.0);
        return sum;
    }

    /** Looked for only when somebody is to be shown them. */
    public interface Neighbours {
        /** The nearest few of these kinds, nearest first. */
        List<Example> of(Set<Kind> kinds);
    }

    /** A reply the model was taught with; invented, nobody's own words. */
    public record Example(Kind kind, String text) {}
}
