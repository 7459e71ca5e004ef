package aftercare.screening.engine;

import aftercare.screening.text.Fold;
import aftercare.screening.text.Token;
import aftercare.screening.text.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells whether a reply is English, the one language whose everyday talk the model may be trusted with. */
final class Languages {
    private static final double MOST = 0.8;
    private static final double NEARLY_ALL = 0.95;
    private static final int ENOUGH_WORDS = 3;
    private final Set<String> english;
    private final Set<String> onlySpanish;

    private Languages(Set<String> english, Set<String> spanish) {
        this.english = english;
        this.onlySpanish = spanish.stream().filter(word -> !english.contains(word)).collect(Collectors.toSet());
    }

    static Languages shipped() {
        return new Languages(words("en"), words("es"));
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

    /** @param stored the patient's language, if known: who does not write in English otherwise has to do so clearly */
    boolean isEnglish(Words words, @Nullable String stored) {
        var written = words.tokens().stream()
                .map(Token::word)
                .filter(word -> Character.isLetter(word.codePointAt(0)))
                .toList();
        if (written.isEmpty() || written.stream().anyMatch(onlySpanish::contains)) return false;
        double known = (double) written.stream().filter(english::contains).count() / written.size();
        boolean expected = stored == null || stored.startsWith("en");
        return expected ? known >= MOST : known >= NEARLY_ALL && written.size() >= ENOUGH_WORDS;
    }
}
