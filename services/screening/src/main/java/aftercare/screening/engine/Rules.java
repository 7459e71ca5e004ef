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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The data files, read. Their digest is the version of the rules. */
final class Rules {
    private static final List<String> LEXICON =
            List.of("risk-en", "risk-es", "risk-other", "concern-en", "harmless", "tense", "optout");
    private static final Pattern WORD = Pattern.compile("[a-z']{2,}");

    final TextReader reader;
    final Set<String> pictures;
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
    final Topics topics;
    final String digest;

    private Rules(MessageDigest digesting) {
        var spelling = RulesFile.read("spelling", digesting);
        this.pictures = Set.copyOf(spelling.map("pictures").keySet());
        var lexicon = LEXICON.stream()
                .map(name -> new LexiconFile(RulesFile.read(name, digesting).yaml()))
                .toList();
        var everydayWords = RulesFile.read("everyday", digesting).lists();
        var answerForms = RulesFile.read("answers", digesting);

        var known = new HashSet<String>();
        lexicon.forEach(file -> known.addAll(file.words()));
        everydayWords.values().forEach(words -> words.forEach(word -> addWords(word, known)));
        this.reader = new TextReader(spelling(spelling, known));

        var groups =
                lexicon.stream().flatMap(file -> file.groups(reader).stream()).toList();
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
        this.keywords = new Keywords(RulesFile.read("keywords", digesting).lists(), reader);
        this.topics = new Topics(RulesFile.read("topics", digesting).lists());
        this.digest = HexFormat.of().formatHex(digesting.digest()).substring(0, 12);
    }

    static Rules shipped() {
        try {
            return new Rules(MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    private static Phrases phrases(List<PhraseGroup> groups, Predicate<Effect> effects) {
        return new Phrases(groups).with(effects);
    }

    private static Spelling spelling(RulesFile yaml, Set<String> known) {
        var meant = new HashMap<String, List<String>>();
        yaml.map("meant").forEach((written, words) -> meant.put(Fold.word(written), List.of(words.split(" "))));
        var pictures = new HashMap<Integer, String>();
        yaml.map("pictures").forEach((word, signs) -> signs.codePoints().forEach(sign -> pictures.put(sign, word)));
        var lookAlikes = new HashMap<Integer, Character>();
        yaml.map("look-alikes").forEach((letter, twin) -> lookAlikes.put(letter.codePointAt(0), twin.charAt(0)));
        var watched = yaml.list("watched");
        known.addAll(watched);
        known.addAll(pictures.values());
        return new Spelling(meant, pictures, lookAlikes, watched, known);
    }

    private static AnswerForms answerForms(RulesFile yaml) {
        return new AnswerForms(
                numbers(yaml, "numbers"),
                numbers(yaml, "frequencies"),
                Set.copyOf(yaml.list("around")),
                Set.copyOf(yaml.list("affirmed")),
                Set.copyOf(yaml.list("denied")),
                Set.copyOf(yaml.list("half-affirmed")),
                yaml.list("asks-about-risk"),
                yaml.list("safe-when-yes"),
                yaml.list("worst-words"));
    }

    private static Map<String, Integer> numbers(RulesFile yaml, String name) {
        var numbers = new HashMap<String, Integer>();
        yaml.map(name).forEach((word, value) -> numbers.put(word, Integer.valueOf(value)));
        return Map.copyOf(numbers);
    }

    private static void addWords(String words, Set<String> known) {
        var matcher = WORD.matcher(Fold.word(words));
        while (matcher.find()) known.add(matcher.group());
    }
}
