package aftercare.screening.model;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The known examples and where each lies in meaning, so that a verdict can name the nearest. */
final class Examples {
    private static final int SHOWN = 3;
    private final List<Reading.Example> examples;
    private final byte[] places;
    private final int size;

    /** @param places of all examples, one after the other, each of the same length; 127 is one */
    Examples(List<Reading.Example> examples, byte[] places) {
        this.examples = List.copyOf(examples);
        this.places = places;
        this.size = examples.isEmpty() ? 0 : places.length / examples.size();
    }

    List<Reading.Example> nearest(float[] place, Set<Kind> kinds) {
        return IntStream.range(0, examples.size())
                .filter(i -> kinds.contains(examples.get(i).kind()))
                .mapToObj(i -> new Near(examples.get(i), likeness(place, i * size)))
                .sorted(Comparator.comparingDouble(Near::likeness).reversed())
                .limit(SHOWN)
                .map(Near::example)
                .toList();
    }

    private record Near(Reading.Example example, double likeness) {}

    private double likeness(float[] place, int from) {
        double sum = 0;
        for (int i = 0; i < size; i++) sum += place[i] * places[from + i];
        return sum;
    }

    /** A place on the unit sphere in bytes. */
    static byte[] rounded(float[] place) {
        double length = 0;
        for (float x : place) length += x * x;
        double scale = 127 / Math.max(Math.sqrt(length), 1e-9);
        var rounded = new byte[place.length];
        for (int i = 0; i < place.length; i++) rounded[i] = (byte) Math.round(place[i] * scale);
        return rounded;
    }
}
