package aftercare.screening.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One word as it was meant. A word the data files know is never changed. */
final class Respeller {
    private static final Pattern THREE_OR_MORE = Pattern.compile("(.)\\1{2,}");
    private static final Pattern DOUBLED = Pattern.compile("(.)\\1+");
    /** French and Italian: "m'endormir". */
    private static final Pattern ELISION = Pattern.compile("([ldmnjtc]|qu)'(.{3,})");

    private static final Pattern ASCII_LETTERS = Pattern.compile("[a-z]+");
    private final Spelling spelling;
    private final RunTogether runTogether;

    Respeller(Spelling spelling) {
        this.spelling = spelling;
        this.runTogether = new RunTogether(spelling.known());
    }

    List<String> respell(String written) {
        var word = withoutLookAlikes(written);
        var meant = meant(word);
        if (!meant.equals(List.of(word)) || spelling.knows(word)) return meant;
        if (NumberWithUnit.is(word)) return NumberWithUnit.parts(word);
        return corrections(word)
                .filter(correction -> spelling.known().contains(correction)
                        || (correction.equals(calm(word)) && spelling.knows(correction)))
                .findFirst()
                .map(this::meant)
                .or(() -> watchedWord(word))
                .or(() -> corrections(word)
                        .map(this::watchedWord)
                        .flatMap(Optional::stream)
                        .findFirst())
                .or(() -> runTogether.apart(word).map(this::meantEach))
                .orElse(List.of(word));
    }

    private List<String> meantEach(List<String> words) {
        return words.stream().flatMap(word -> meant(word).stream()).toList();
    }

    List<String> meant(String word) {
        var exact = spelling.meant().get(word);
        if (exact != null) return exact;
        var elided = ELISION.matcher(word);
        if (elided.matches()) return List.of(elided.group(1), elided.group(2));
        var bare = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word.replace("'", "");
        return spelling.meant().getOrDefault(bare, List.of(bare));
    }

    /** "pleeease" drawn out no more; a shorthand like "thx" is recognised only so. */
    private static String calm(String word) {
        return THREE_OR_MORE.matcher(word).replaceAll("$1");
    }

    private static Stream<String> corrections(String word) {
        var leet = unleet(word, 'i');
        return Stream.of(
                        THREE_OR_MORE.matcher(word).replaceAll("$1$1"),
                        calm(word),
                        DOUBLED.matcher(word).replaceAll("$1"),
                        leet,
                        unleet(word, 'l'),
                        DOUBLED.matcher(leet).replaceAll("$1"))
                .distinct();
    }

    private static String unleet(String word, char one) {
        if (word.chars().noneMatch(Character::isLetter)) return word;
        return word.replace('4', 'a')
                .replace('3', 'e')
                .replace('1', one)
                .replace('!', 'i')
                .replace('0', 'o')
                .replace('5', 's')
                .replace('$', 's')
                .replace('7', 't')
                .replace('@', 'a');
    }

    private String withoutLookAlikes(String word) {
        if (word.chars().noneMatch(c -> c < 128 && Character.isLetter(c))
                || word.chars().allMatch(c -> c < 128)) return word;
        var plain = new StringBuilder();
        word.codePoints().forEach(c -> {
            var twin = spelling.lookAlikes().get(c);
            if (twin == null) plain.appendCodePoint(c);
            else plain.append(twin.charValue());
        });
        return plain.toString();
    }

    private Optional<List<String>> watchedWord(String word) {
        if (word.indexOf('*') > 0) {
            var starred = Pattern.compile(Pattern.quote(word).replace("*", "\\E.\\Q"));
            return spelling.watched().stream()
                    .filter(w -> starred.matcher(w).matches())
                    .findFirst()
                    .map(List::of);
        }
        if (!ASCII_LETTERS.matcher(word).matches()) return Optional.empty();
        return spelling.watched().stream()
                .filter(watched -> Misspelling.of(watched, word))
                .findFirst()
                .map(List::of);
    }
}
