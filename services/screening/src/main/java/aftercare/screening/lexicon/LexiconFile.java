package aftercare.screening.lexicon;

import aftercare.screening.text.Fold;
import aftercare.screening.text.TextReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** One data file of phrase groups, as parsed from YAML. */
public final class LexiconFile {
    private static final Pattern WORD = Pattern.compile("[a-z']{2,}");
    private final Map<String, String> sets = new HashMap<>();
    private final List<Map<String, Object>> groups = new ArrayList<>();

    @SuppressWarnings("unchecked") // the shape is checked as it is read, and every shipped file is read at start-up
    public LexiconFile(Map<String, Object> yaml) {
        sets.putAll((Map<String, String>) yaml.getOrDefault("words", Map.of()));
        groups.addAll((List<Map<String, Object>>) yaml.getOrDefault("groups", List.of()));
    }

    /** Every word that the phrases are made of. */
    public Set<String> words() {
        var words = new TreeSet<String>();
        groups.stream().flatMap(group -> phrases(group).stream()).forEach(phrase -> addWords(phrase, words));
        sets.values().forEach(set -> addWords(set, words));
        return words;
    }

    private static void addWords(String phrase, Set<String> words) {
        var plain = phrase.replaceAll("\\{[A-Z]+}", " ").replaceAll("[a-z]+~", " ");
        var matcher = WORD.matcher(Fold.word(plain));
        while (matcher.find()) words.add(matcher.group());
    }

    public List<PhraseGroup> groups(TextReader reader) {
        return groups.stream().map(group -> group(group, reader)).toList();
    }

    private PhraseGroup group(Map<String, Object> yaml, TextReader reader) {
        var effect = Effect.valueOf(text(yaml, "effect"));
        var language = new PhraseLanguage(reader, sets, evidence(effect));
        text(yaml, "why");
        return new PhraseGroup(
                text(yaml, "id"),
                effect,
                text(yaml, "category"),
                text(yaml, "says"),
                phrases(yaml).stream().map(language::phrase).toList());
    }

    /** Evidence is found across commas; what clears it must stand together. */
    private static boolean evidence(Effect effect) {
        return switch (effect) {
            case IDIOM, DENIAL, SOMEONE_ELSES -> false;
            case CRISIS, CRISIS_UNLESS_PAST, NOW, SOON, NEXT, CUE, UNDOES_DENIAL, LONG_AGO, PRESENT, OPT_OUT -> true;
        };
    }

    private static List<String> phrases(Map<String, Object> group) {
        if (group.get("patterns") instanceof List<?> phrases)
            return phrases.stream().map(String::valueOf).toList();
        throw new IllegalArgumentException("A phrase group lacks 'patterns': " + group.get("id"));
    }

    private static String text(Map<String, Object> group, String field) {
        if (group.get(field) instanceof String text) return text;
        throw new IllegalArgumentException(
                String.format(Locale.ROOT, "A phrase group lacks '%s': %s", field, group.get("id")));
    }
}
