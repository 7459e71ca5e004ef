package aftercare.screening.engine;

import aftercare.screening.answers.AnswerForms;
import aftercare.screening.answers.AnswerReader;
import aftercare.screening.everyday.Everyday;
import aftercare.screening.everyday.Vocabulary;
import aftercare.screening.lexicon.Effect;
import aftercare.screening.lexicon.LexiconFile;
import aftercare.screening.lexicon.PhraseGroup;
import aftercare.screening.lexicon.Phrases;
import aftercare.screening.text.Fold;
import aftercare.screening.text.Spelling;
import aftercare.screening.text.TextReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The data files, read. Their digest is the version of the rules. */
final class Rules {
    private static final List<String> LEXICON =
            List.of("risk-en", "risk-es", "risk-other", "concern-en", "harmless", "tense", "optout");
    private static final Pattern WORD = Pattern.compile("[a-z']{2,}");

    final TextReader reader;
    final Phrases evidence;
    final Phrases idioms;
    final Phrases someoneElses;
    final Phrases denials;
    final Phrases denialsUndone;
    final Phrases longAgo;
    final Phrases present;
    final Phrases optOut;
    final Everyday everyday;
    final AnswerReader answers;
    final Keywords keywords;
    final String digest;
    private final MessageDigest digesting = sha256();

    private Rules() {
        var spelling = yaml("spelling");
        var lexicon = LEXICON.stream().map(name -> new LexiconFile(yaml(name))).toList();
        Map<String, List<String>> everydayWords = strings(yaml("everyday"));
        var answerForms = yaml("answers");

        var known = new HashSet<String>();
        lexicon.forEach(file -> known.addAll(file.words()));
        everydayWords.values().forEach(words -> words.forEach(word -> addWords(word, known)));
        this.reader = new TextReader(spelling(spelling, known));

        var groups = lexicon.stream().flatMap(file -> file.groups(reader).stream()).toList();
        this.evidence = phrases(groups, effect -> switch (effect) {
            case CRISIS, CRISIS_UNLESS_PAST, NOW, SOON, NEXT, CUE -> true;
            case SOMEONE_ELSES, IDIOM, DENIAL, UNDOES_DENIAL, LONG_AGO, PRESENT, OPT_OUT -> false;
        });
        this.idioms = phrases(groups, Effect.IDIOM::equals);
        this.someoneElses = phrases(groups, Effect.SOMEONE_ELSES::equals);
        this.denials = phrases(groups, Effect.DENIAL::equals);
        this.denialsUndone = phrases(groups, Effect.UNDOES_DENIAL::equals);
        this.longAgo = phrases(groups, Effect.LONG_AGO::equals);
        this.present = phrases(groups, Effect.PRESENT::equals);
        this.optOut = phrases(groups, Effect.OPT_OUT::equals);
        this.everyday = new Everyday(new Vocabulary(everydayWords, reader));
        this.answers = new AnswerReader(answerForms(answerForms));
        this.keywords = new Keywords(strings(yaml("keywords")), reader);
        this.digest = HexFormat.of().formatHex(digesting.digest()).substring(0, 12);
    }

    static Rules shipped() {
        return new Rules();
    }

    private static Phrases phrases(List<PhraseGroup> groups, Predicate<Effect> effects) {
        return new Phrases(groups).with(effects);
    }

    private Map<String, Object> yaml(String name) {
        try (var file = Rules.class.getResourceAsStream("/aftercare/screening/" + name + ".yaml")) {
            if (file == null) throw new IllegalStateException("The rules file " + name + ".yaml is missing");
            var bytes = file.readAllBytes();
            digesting.update(bytes);
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Spelling spelling(Map<String, Object> yaml, Set<String> known) {
        var meant = new HashMap<String, List<String>>();
        map(yaml.get("meant")).forEach((written, words) -> meant.put(Fold.word(written), List.of(words.split(" "))));
        var pictures = new HashMap<Integer, String>();
        map(yaml.get("pictures")).forEach((word, signs) -> signs.codePoints().forEach(sign -> pictures.put(sign, word)));
        var lookAlikes = new HashMap<Integer, Character>();
        map(yaml.get("look-alikes")).forEach((letter, twin) -> lookAlikes.put(letter.codePointAt(0), twin.charAt(0)));
        var watched = list(yaml.get("watched"));
        known.addAll(watched);
        known.addAll(pictures.values());
        return new Spelling(meant, pictures, lookAlikes, watched, known);
    }

    private static AnswerForms answerForms(Map<String, Object> yaml) {
        var numbers = new HashMap<String, Integer>();
        map(yaml.get("numbers")).forEach((word, value) -> numbers.put(word, Integer.valueOf(value)));
        return new AnswerForms(
                Map.copyOf(numbers),
                Set.copyOf(list(yaml.get("around"))),
                Set.copyOf(list(yaml.get("affirmed"))),
                Set.copyOf(list(yaml.get("denied"))),
                Set.copyOf(list(yaml.get("half-affirmed"))),
                list(yaml.get("asks-about-risk")),
                list(yaml.get("safe-when-yes")),
                list(yaml.get("worst-words")));
    }

    private static void addWords(String words, Set<String> known) {
        var matcher = WORD.matcher(Fold.word(words));
        while (matcher.find()) known.add(matcher.group());
    }

    private static Map<String, String> map(Object yaml) {
        var map = new HashMap<String, String>();
        ((Map<?, ?>) yaml).forEach((key, value) -> map.put(word(key), word(value)));
        return map;
    }

    private static List<String> list(Object yaml) {
        return ((List<?>) yaml).stream().map(Rules::word).distinct().toList();
    }

    /** YAML reads a bare yes, no or number as something else. */
    private static String word(Object item) {
        return switch (item) {
            case Boolean yes -> yes ? "yes" : "no";
            default -> String.valueOf(item);
        };
    }

    private static Map<String, List<String>> strings(Map<String, Object> yaml) {
        var strings = new HashMap<String, List<String>>();
        yaml.forEach((key, value) -> strings.put(key, new ArrayList<>(list(value))));
        return strings;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
