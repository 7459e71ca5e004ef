package aftercare.screening.engine;

import aftercare.screening.text.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a request asks about, by the patterns of {@code topics.yaml}. It names work for people and says nothing of risk. */
final class Topics {
    private final Map<String, List<Pattern>> patterns = new LinkedHashMap<>();

    Topics(Map<String, List<String>> patterns) {
        patterns.forEach((topic, all) ->
                this.patterns.put(topic, all.stream().map(Pattern::compile).toList()));
    }

    /** In the order of the file; none where no pattern knows. */
    List<String> in(Words words) {
        var line = words.line();
        return patterns.entrySet().stream()
                .filter(topic -> topic.getValue().stream()
                        .anyMatch(pattern -> pattern.matcher(line).find()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
