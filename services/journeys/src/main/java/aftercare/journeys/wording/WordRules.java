package aftercare.journeys.wording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code lint-words.yaml}, which is written so that a clinician can read and change it. */
final class WordRules {
    private static final String FILE = "/aftercare/journeys/lint-words.yaml";

    private WordRules() {}

    static List<WordRule> read() {
        try (var file = Objects.requireNonNull(WordRules.class.getResourceAsStream(FILE), FILE)) {
            var rules = new ArrayList<WordRule>();
            for (var rule : new YAMLMapper().readTree(file).required("rules")) {
                rules.add(rule(rule));
            }
            return List.copyOf(rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WordRule rule(JsonNode rule) {
        return new WordRule(
                rule.required("id").asString(),
                Severity.valueOf(rule.required("severity").asString()),
                rule.path("discreetOnly").asBoolean(false),
                rule.required("what").asString(),
                rule.required("mend").asString(),
                patterns(rule.required("words")));
    }

    private static Map<String, Pattern> patterns(JsonNode words) {
        var byLanguage = new LinkedHashMap<String, Pattern>();
        words.properties().forEach(entry -> {
            var listed = new ArrayList<String>();
            entry.getValue().forEach(word -> listed.add(word.asString()));
            byLanguage.put(entry.getKey(), WordRule.pattern(listed));
        });
        return byLanguage;
    }
}
