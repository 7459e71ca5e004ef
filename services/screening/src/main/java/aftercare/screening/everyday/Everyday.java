package aftercare.screening.everyday;

import static aftercare.screening.everyday.WordClass.*;

import aftercare.schemas.screening.Ending;
import aftercare.screening.text.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Recognises a reply as everyday: every word of it is known to be harmless, and every sentence has a shape that is known too. One word
 * left over, and it is not.
 */
public final class Everyday {
    private final Vocabulary vocabulary;

    public Everyday(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** @param understood says of a word, by its index, that a denial or an idiom has explained it */
    public Optional<Ending> recognise(Words words, IntPredicate understood) {
        var endings = EnumSet.noneOf(Ending.class);
        for (var sentence : sentences(words)) {
            var ending = sentence(words, sentence.from(), sentence.to(), sentence.asked(), understood);
            if (ending.isEmpty()) return Optional.empty();
            endings.add(ending.get());
        }
        if (endings.isEmpty()) return Optional.empty();
        return Optional.of(endings.contains(Ending.REQUEST) ? Ending.REQUEST : Ending.COURTESY);
    }

    private record Sentence(int from, int to, boolean asked) {}

    private static List<Sentence> sentences(Words words) {
        var sentences = new ArrayList<Sentence>();
        int from = 0;
        var tokens = words.tokens();
        for (int i = 0; i <= tokens.size(); i++) {
            if (i < tokens.size() && !tokens.get(i).isBreak()) continue;
            boolean asked = i < tokens.size() && "?".equals(tokens.get(i).word());
            if (i > from) sentences.add(new Sentence(from, i, asked));
            from = i + 1;
        }
        return sentences;
    }

    private Optional<Ending> sentence(Words words, int from, int to, boolean asked, IntPredicate understood) {
        var all = words.tokens().subList(from, to).stream()
                .map(token -> token.word())
                .toList();
        var seen = EnumSet.noneOf(WordClass.class);
        boolean explained = false;
        boolean numbered = false;
        int filled = 0;
        for (int i = 0; i < all.size(); ) {
            var word = all.get(i);
            if (understood.test(from + i)) {
                explained = true;
                i++;
            } else if (mark(word)) {
                i++;
            } else if (number(word)) {
                numbered = true;
                i++;
            } else {
                var known = vocabulary.longestAt(all, i);
                if (known.isEmpty()) return Optional.empty();
                if (known.getFirst().equals(Set.of(FILLER))) filled++;
                known.forEach(seen::addAll);
                i += known.size();
            }
        }
        return shape(seen, asked, explained, numbered || seen.contains(NUMBER), filled);
    }

    private static Optional<Ending> shape(
            Set<WordClass> seen, boolean asked, boolean explained, boolean numbered, int filled) {
        boolean statement = !asked && !seen.contains(ASK);
        if (seen.contains(EFFECT) && statement)
            return seen.contains(PASSED) ? Optional.of(Ending.COURTESY) : Optional.empty();
        if (seen.contains(TOPIC) || (asked && seen.contains(TIME))) return Optional.of(Ending.REQUEST);
        if (numbered && (seen.contains(MEASURE) || filled <= 4)) return Optional.of(Ending.COURTESY);
        if (seen.contains(COURTESY) || seen.contains(GOOD) || explained) return Optional.of(Ending.COURTESY);
        return Optional.empty();
    }

    private static boolean mark(String word) {
        return switch (word) {
            case ",", "/", "-" -> true;
            default -> false;
        };
    }

    private static boolean number(String word) {
        return "xordinal".equals(word) || Character.isDigit(word.codePointAt(0));
    }
}
