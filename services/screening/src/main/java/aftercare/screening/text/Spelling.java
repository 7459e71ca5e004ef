package aftercare.screening.text;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How people write on a phone, from {@code spelling.yaml}.
 *
 * @param meant what a spelling stands for, as words
 * @param pictures the word an emoji stands for
 * @param lookAlikes letters of other scripts that look like Latin ones
 * @param watched words that matter enough to be recognised with a letter or two wrong
 * @param known every word the data files use: never "corrected", and what run-together words are split into
 */
public record Spelling(
        Map<String, List<String>> meant,
        Map<Integer, String> pictures,
        Map<Integer, Character> lookAlikes,
        List<String> watched,
        Set<String> known) {
    public Spelling {
        meant = Map.copyOf(meant);
        pictures = Map.copyOf(pictures);
        lookAlikes = Map.copyOf(lookAlikes);
        watched = List.copyOf(watched);
        known = Set.copyOf(known);
    }

    boolean knows(String word) {
        return known.contains(word) || meant.containsKey(word);
    }
}
