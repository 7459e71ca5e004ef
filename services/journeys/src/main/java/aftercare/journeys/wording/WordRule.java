package aftercare.journeys.wording;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that a text should not hold, from {@code lint-words.yaml}.
 *
 * @param discreetOnly they may stand in texts for patients who agreed to detailed ones
 * @param words by language; what stands under {@code en} counts in every language
 */
record WordRule(
        String id, Severity severity, boolean discreetOnly, String what, String mend, Map<String, Pattern> words) {

    static Pattern pattern(List<String> words) {
        return Pattern.compile(words.stream().map(WordRule::expression).collect(Collectors.joining("|")));
    }

    /** A word, or several in a row; {@code *} stands for any ending. */
    private static String expression(String word) {
        var body = Stream.of(fold(word).split(" "))
                .map(part -> part.endsWith("*")
                        ? Pattern.quote(part.substring(0, part.length() - 1)) + "[\\p{L}\\p{N}]*"
                        : Pattern.quote(part))
                .collect(Collectors.joining("\\s+"));
        return "(?<![\\p{L}\\p{N}])" + body + "(?![\\p{L}\\p{N}])";
    }

    Stream<Finding> findings(String text, String language, Place place) {
        if (discreetOnly && place.detailed()) {
            return Stream.empty();
        }
        var folded = fold(text);
        return Stream.of(Texts.ENGLISH, language)
                .distinct()
                .flatMap(code -> Stream.ofNullable(words.get(code)))
                .flatMap(pattern -> pattern.matcher(folded).results())
                .map(found -> new Finding(
                        severity,
                        id,
                        language,
                        found.start(),
                        found.end(),
                        what + " (\"" + text.substring(found.start(), found.end()) + "\")",
                        mend));
    }

    /** Without case and accents, letter for letter, so that positions stay. */
    private static String fold(String text) {
        var folded = new StringBuilder(text.length());
        text.chars().forEach(letter -> folded.append(letter < 128 ? (char) letter : plain(letter)));
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    private static char plain(int letter) {
        var parts = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD);
        return parts.isEmpty() ? ' ' : parts.charAt(0);
    }
}
