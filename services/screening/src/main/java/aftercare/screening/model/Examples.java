package aftercare.screening.model;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/** The known examples and where each lies in meaning, so that a verdict can name the nearest. */
final class Examples {
    private static final int SHOWN = 3;
    private static final int FINEST = 16_384;
    private static final Comparator<Near> FARTHEST_FIRST = Comparator.comparingInt(Near::likeness)
            .thenComparing(Comparator.comparingInt(Near::example).reversed());
    private final List<Reading.Example> examples;
    private final int[] places;
    private final int size;

    /** @param places of all examples, one after the other, each of the same length; 127 is one */
    Examples(List<Reading.Example> examples, byte[] places) {
        this.examples = List.copyOf(examples);
        this.places = whole(places);
        this.size = examples.isEmpty() ? 0 : places.length / examples.size();
    }

    List<Reading.Example> nearest(float[] place, Set<Kind> kinds) {
        var from = fine(place);
        var nearest = new PriorityQueue<Near>(FARTHEST_FIRST);
        for (int i = 0; i < examples.size(); i++) {
            if (!kinds.contains(examples.get(i).kind())) continue;
            nearest.add(new Near(i, likeness(from, i * size)));
            if (nearest.size() > SHOWN) nearest.remove();
        }
        return nearest.stream()
                .sorted(FARTHEST_FIRST.reversed())
                .map(near -> examples.get(near.example()))
                .toList();
    }

    private record Near(int example, int likeness) {}

    /** Whole numbers of one size, since Java has the processor multiply several of these at once: five times as fast as bytes. */
    private int likeness(int[] place, int from) {
        int sum = 0;
        for (int i = 0; i < place.length; i++) sum += place[i] * places[from + i];
        return sum;
    }

    private static int[] whole(byte[] numbers) {
        var whole = new int[numbers.length];
        for (int i = 0; i < numbers.length; i++) whole[i] = numbers[i];
        return whole;
    }

    /** As fine as the sum over all dimensions still fits a number. */
    private static int[] fine(float[] place) {
        float largest = Float.MIN_NORMAL;
        for (float x : place) largest = Math.max(largest, Math.abs(x));
        var fine = new int[place.length];
        for (int i = 0; i < place.length; i++) fine[i] = Math.round(place[i] / largest * FINEST);
        return fine;
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
