package aftercare.screening.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds, by the words that each phrase needs, the few that can stand in a text at all, so that hundreds need not be tried at every word. */
final class PhraseIndex {
    private final List<PhraseGroup> groups;
    private final List<Entry> entries = new ArrayList<>();
    private final BitSet always = new BitSet();
    private final Map<String, BitSet> byWord = new HashMap<>();
    private final List<String> beginnings;

    private record Entry(int group, Phrase phrase) {}

    /** The phrases of a group that may stand in a text, in the group's order. */
    record Possible(PhraseGroup group, List<Phrase> phrases) {}

    PhraseIndex(List<PhraseGroup> groups) {
        this.groups = groups;
        for (int group = 0; group < groups.size(); group++)
            for (var phrase : groups.get(group).phrases()) entries.add(new Entry(group, phrase));
        var uses = uses();
        this.beginnings =
                uses.keySet().stream().filter(word -> word.endsWith("~")).toList();
        for (int i = 0; i < entries.size(); i++) {
            var sets = entries.get(i).phrase().needs().sets();
            if (sets.isEmpty()) {
                always.set(i);
                continue;
            }
            var rarest = Collections.min(
                    sets,
                    Comparator.comparingInt(set -> set.stream()
                            .mapToInt(word -> uses.getOrDefault(word, 0))
                            .sum()));
            for (var word : rarest)
                byWord.computeIfAbsent(word, _ -> new BitSet()).set(i);
        }
    }

    /** How many needs each word meets: the common ones tell little. */
    private Map<String, Integer> uses() {
        var uses = new HashMap<String, Integer>();
        for (var entry : entries)
            for (var set : entry.phrase().needs().sets()) set.forEach(word -> uses.merge(word, 1, Integer::sum));
        return uses;
    }

    List<Possible> in(String line) {
        var words = words(line);
        var tried = (BitSet) always.clone();
        for (var word : words) {
            var phrases = byWord.get(word);
            if (phrases != null) tried.or(phrases);
        }
        var possible = new ArrayList<Possible>();
        int last = -1;
        for (int i = tried.nextSetBit(0); i >= 0; i = tried.nextSetBit(i + 1)) {
            var entry = entries.get(i);
            if (!entry.phrase().needs().metBy(words)) continue;
            if (entry.group() != last) possible.add(new Possible(groups.get(entry.group()), new ArrayList<>()));
            possible.getLast().phrases().add(entry.phrase());
            last = entry.group();
        }
        return possible;
    }

    private Set<String> words(String line) {
        var words = new HashSet<>(Arrays.asList(line.split(" ")));
        for (var beginning : beginnings) if (begins(words, beginning)) words.add(beginning);
        return words;
    }

    private static boolean begins(Set<String> words, String beginning) {
        for (var word : words) if (word.regionMatches(0, beginning, 0, beginning.length() - 1)) return true;
        return false;
    }
}
