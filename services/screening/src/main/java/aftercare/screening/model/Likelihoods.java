package aftercare.screening.model;

import java.util.EnumMap;
import java.util.Map;

/** Turns scores into likelihoods of kinds, and two opinions into one. */
final class Likelihoods {
    /** No opinion rules a kind out altogether. */
    private static final double LEAST = 1e-4;

    private Likelihoods() {}

    /** @param scores one for each kind, in their order */
    static Map<Kind, Double> of(double[] scores) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double score : scores) highest = Math.max(highest, score);
        double sum = 0;
        var powers = new double[scores.length];
        for (int k = 0; k < scores.length; k++) {
            powers[k] = Math.exp(scores[k] - highest);
            sum += powers[k];
        }
        var likelihoods = new EnumMap<Kind, Double>(Kind.class);
        for (var kind : Kind.values()) likelihoods.put(kind, powers[kind.column()] / sum);
        return likelihoods;
    }

    /** The logarithmic pool of both with equal weights (Genest and Zidek 1986): sure only of what neither of them doubts. */
    static Map<Kind, Double> pooled(Map<Kind, Double> one, Map<Kind, Double> other) {
        var scores = new double[Kind.values().length];
        for (var kind : Kind.values())
            scores[kind.column()] =
                    (Math.log(one.getOrDefault(kind, 0.0) + LEAST) + Math.log(other.getOrDefault(kind, 0.0) + LEAST))
                            / 2;
        return of(scores);
    }
}
