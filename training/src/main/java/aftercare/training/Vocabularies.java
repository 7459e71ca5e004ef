package aftercare.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of each language that the replies use, by which the engine tells whether it may trust what was learned in it. */
final class Vocabularies {
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}']*");
    private static final int OFTEN_ENOUGH = 1;

    private Vocabularies() {}

    static void write(List<TaughtReply> replies, Path target) throws IOException {
        var byLanguage = replies.stream().collect(Collectors.groupingBy(TaughtReply::language));
        for (var language : byLanguage.keySet())
            Files.write(target.resolve("words-" + language + ".txt"), words(byLanguage.get(language)));
    }

    private static List<String> words(List<TaughtReply> replies) {
        Map<String, Integer> replyCount = new HashMap<>();
        for (var reply : replies) {
            var words = new HashSet<String>();
            var found = WORD.matcher(reply.said().toLowerCase(Locale.ROOT).replace('’', '\''));
            while (found.find()) words.add(found.group());
            words.forEach(word -> replyCount.merge(word, 1, Integer::sum));
        }
        return replyCount.entrySet().stream()
                .filter(word -> word.getValue() >= OFTEN_ENOUGH)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
