package aftercare.screening.lexicon;

import aftercare.screening.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Phrase groups, and where they stand in words. */
public final class Phrases {
    private static final char COVERED = '_';
    private final List<PhraseGroup> groups;

    public Phrases(List<PhraseGroup> groups) {
        this.groups = List.copyOf(groups);
    }

    public Phrases with(Predicate<Effect> effects) {
        return new Phrases(
                groups.stream().filter(group -> effects.test(group.effect())).toList());
    }

    public List<PhraseGroup> groups() {
        return groups;
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
        for (var group : groups) {
            var matcher = group.pattern().matcher(watched);
            while (matcher.find()) {
                if (matcher.end() == matcher.start()) continue;
                found.add(new Finding(group, words.tokenAt(matcher.start()), words.tokenAt(matcher.end() - 1)));
            }
        }
        return found;
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
