package aftercare.screening.everyday;

import aftercare.screening.text.TextReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of harmless sentences, by class. Words of death, ending, leaving, giving and hiding are left out on purpose. */
public final class Vocabulary {
    private static final int LONGEST_PHRASE = 6;
    private final Map<List<String>, Set<WordClass>> classes = new HashMap<>();

    public Vocabulary(Map<String, List<String>> byClass, TextReader reader) {
        byClass.forEach((name, words) -> {
            for (var word : words)
                classes.computeIfAbsent(reader.patternWords(word), _ -> EnumSet.noneOf(WordClass.class))
                        .add(WordClass.valueOf(name));
        });
    }

    /** The words from {@code at} on that are known, longest phrase first; empty when the word is not known. */
    List<Set<WordClass>> longestAt(List<String> words, int at) {
        for (int length = Math.min(LONGEST_PHRASE, words.size() - at); length > 0; length--) {
            var found = classes.get(words.subList(at, at + length));
            if (found != null) return covering(found, length);
        }
        return List.of();
    }

    private static List<Set<WordClass>> covering(Set<WordClass> found, int length) {
        var all = new ArrayList<Set<WordClass>>(length);
        for (int i = 0; i < length; i++) all.add(found);
        return all;
    }
}
