package aftercare.screening.lexicon;

import aftercare.screening.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;

/** Phrase groups, and where they stand in words. */
public final class Phrases {
    private static final char COVERED = '_';
    private final List<PhraseGroup> groups;
    private final PhraseIndex index;

    public Phrases(List<PhraseGroup> groups) {
        this.groups = List.copyOf(groups);
        this.index = new PhraseIndex(this.groups);
    }

    public Phrases with(Predicate<Effect> effects) {
        return new Phrases(
                groups.stream().filter(group -> effects.test(group.effect())).toList());
    }

    public List<Finding> in(Words words) {
        return in(words, words.line());
    }

    /** Looks past what {@code covering} has covered. */
    public List<Finding> in(Words words, List<Finding> covering) {
        return in(words, cover(words, covering));
    }

    private List<Finding> in(Words words, String line) {
        var found = new ArrayList<Finding>();
        var watched = new Interruptible(line);
        for (var possible : index.in(line)) {
            var matchers = possible.phrases().stream()
                    .map(phrase -> phrase.pattern().matcher(watched))
                    .map(matcher -> matcher.useTransparentBounds(true).useAnchoringBounds(false))
                    .toList();
            int next = 1;
            while (next < line.length()) {
                int end = endOfFirst(matchers, next, line.length());
                if (end > next) found.add(new Finding(possible.group(), words.tokenAt(next), words.tokenAt(end - 1)));
                next = end > next ? end : line.indexOf(' ', next) + 1;
            }
        }
        return found;
    }

    /** Where the first of the group's phrases that stands at {@code from} ends; {@code from} where none does. */
    private static int endOfFirst(List<Matcher> matchers, int from, int to) {
        for (var matcher : matchers) if (matcher.region(from, to).lookingAt()) return matcher.end();
        return from;
    }

    private static String cover(Words words, List<Finding> covering) {
        var covered = new boolean[words.tokens().size()];
        for (var finding : covering) for (int i = finding.from(); i < finding.to(); i++) covered[i] = true;
        var line = new StringBuilder(" ");
        for (int i = 0; i < covered.length; i++) {
            var word = words.tokens().get(i).word();
            line.append(covered[i] ? String.valueOf(COVERED).repeat(word.length()) : word)
                    .append(' ');
        }
        return line.toString();
    }
}
