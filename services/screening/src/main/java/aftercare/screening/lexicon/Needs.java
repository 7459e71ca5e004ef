package aftercare.screening.lexicon;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What has to stand in a text before a phrase can: of each set at least one word. A word that ends in {@code ~} stands for every word that
 * begins so. More may be needed than is said here, never less.
 */
record Needs(List<Set<String>> sets) {
    static final Needs NOTHING = new Needs(List.of());

    Needs {
        sets = List.copyOf(sets);
    }

    static Needs of(List<String> words) {
        return new Needs(words.stream().map(Set::of).toList());
    }

    Needs and(Needs other) {
        var both = new ArrayList<>(sets);
        both.addAll(other.sets);
        return new Needs(both);
    }

    /** Either may do, so one set of each is joined: the smallest, since it says most. */
    Needs or(Needs other) {
        if (sets.isEmpty() || other.sets.isEmpty()) return NOTHING;
        var either = new HashSet<>(smallest());
        either.addAll(other.smallest());
        return new Needs(List.of(Set.copyOf(either)));
    }

    private Set<String> smallest() {
        return Collections.min(sets, Comparator.comparingInt(Set::size));
    }

    boolean metBy(Set<String> words) {
        for (var set : sets) if (Collections.disjoint(set, words)) return false;
        return true;
    }
}
