package aftercare.screening.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parts words written without a gap into the fewest known ones. */
final class RunTogether {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 300;
    private static final int LONG_ENOUGH = 3;
    private static final int LONGEST_WORD = 16;
    private static final Set<String> ONE_LETTER = Set.of("i", "a", "y", "o");
    private final Set<String> known;

    RunTogether(Set<String> known) {
        this.known = known;
    }

    /** Empty when the letters do not part into known words; two must each be more than a syllable. */
    Optional<List<String>> apart(String letters) {
        int n = letters.length();
        if (n < SHORTEST || n > LONGEST) return Optional.empty();
        var fewest = new int[n + 1];
        var from = new int[n + 1];
        for (int end = 1; end <= n; end++) {
            fewest[end] = Integer.MAX_VALUE;
            for (int start = Math.max(0, end - LONGEST_WORD); start < end; start++) {
                if (fewest[start] == Integer.MAX_VALUE || fewest[start] + 1 >= fewest[end]) continue;
                if (!word(letters.substring(start, end))) continue;
                fewest[end] = fewest[start] + 1;
                from[end] = start;
            }
        }
        if (fewest[n] == Integer.MAX_VALUE || fewest[n] < 2) return Optional.empty();
        var words = new ArrayDeque<String>();
        for (int end = n; end > 0; end = from[end]) words.addFirst(letters.substring(from[end], end));
        boolean tooThin = words.size() == 2 && words.stream().anyMatch(word -> word.length() < LONG_ENOUGH);
        return tooThin ? Optional.empty() : Optional.of(new ArrayList<>(words));
    }

    private boolean word(String letters) {
        return letters.length() == 1 ? ONE_LETTER.contains(letters) : known.contains(letters);
    }
}
