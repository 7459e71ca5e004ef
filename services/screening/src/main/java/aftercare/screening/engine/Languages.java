package aftercare.screening.engine;

import aftercare.screening.text.Fold;
import aftercare.screening.text.Token;
import aftercare.screening.text.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells whether the model was taught a reply's language, and whether that is English or Spanish, whose everyday talk it may be trusted with. */
final class Languages {
    private static final double HALF = 0.5;
    private static final double MOST = 0.7;
    private static final double NEARLY_ALL = 0.95;
    private static final int ENOUGH_WORDS = 3;
    private final Set<String> english;
    private final Set<String> spanish;
    private final Set<String> onlySpanish;
    private final Set<String> pictures;

    private Languages(Set<String> english, Set<String> spanish, Set<String> pictures) {
        this.pictures = pictures;
        this.english = english;
        this.spanish = spanish;
        this.onlySpanish =
                spanish.stream().filter(word -> !english.contains(word)).collect(Collectors.toSet());
    }

    /** @param pictures the words that stand for pictures: they are of no language */
    static Languages shipped(Set<String> pictures) {
        return new Languages(words("en"), words("es"), pictures);
    }

    private static Set<String> words(String language) {
        try (var file = Languages.class.getResourceAsStream("/aftercare/screening/model/words-" + language + ".txt")) {
            if (file == null) return Set.of();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Fold::word)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether there are words, and enough of them are of a language that the model was taught. */
    boolean isTaught(Words words) {
        var written = written(words);
        return !written.isEmpty() && share(written, word -> english.contains(word) || spanish.contains(word)) >= HALF;
    }

    /** @param stored the patient's language, if known: who does not write in English otherwise has to do so clearly */
    boolean isEnglish(Words words, @Nullable String stored) {
        var written = written(words);
        if (written.isEmpty() || written.stream().anyMatch(onlySpanish::contains)) return false;
        double known = share(written, english::contains);
        boolean expected = stored == null || stored.startsWith("en");
        return expected ? known >= MOST : known >= NEARLY_ALL && written.size() >= ENOUGH_WORDS;
    }

    /** Most of it is known Spanish, and some of it can be nothing else. */
    boolean isSpanish(Words words) {
        var written = written(words);
        return written.stream().anyMatch(onlySpanish::contains) && share(written, spanish::contains) >= MOST;
    }

    private List<String> written(Words words) {
        return words.tokens().stream()
                .map(Token::word)
                .filter(word -> Character.isLetter(word.codePointAt(0)) && !pictures.contains(word))
                .toList();
    }

    private static double share(List<String> words, Predicate<String> counted) {
        return (double) words.stream().filter(counted).count() / words.size();
    }
}
