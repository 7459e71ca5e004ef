package aftercare.screening.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.screening.text.Fold;
import aftercare.screening.text.Spelling;
import aftercare.screening.text.TextReader;
import aftercare.screening.text.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** Trying few phrases finds what trying each at every word finds: all shipped phrases, on replies and on salads of the phrases' own words. */
class PhraseIndexTest {
    private static final int SALADS = 400;
    private static final int WORDS_IN_A_SALAD = 14;
    private static final int SEED = 7;

    private final TextReader reader = new TextReader(spelling());
    private final List<LexiconFile> files = Stream.of(
                    "risk-en", "risk-es", "risk-other", "concern-en", "harmless", "tense", "optout")
            .map(name -> new LexiconFile(yaml(name)))
            .toList();
    private final List<PhraseGroup> groups =
            files.stream().flatMap(file -> file.groups(reader).stream()).toList();
    private final Phrases phrases = new Phrases(groups);
    private final List<Pattern> slow =
            groups.stream().map(PhraseIndexTest::allAtOnce).toList();

    @Test
    void finds_the_same_in_the_examinations() throws IOException {
        var json = JsonMapper.builder().build();
        int found = 0;
        for (var name : List.of("a.jsonl", "b.jsonl"))
            for (var line : Files.readAllLines(upwards(Path.of("training", "examination", name))))
                found += assertFindsTheSame(json.readTree(line).get("text").asString());

        assertThat(found).isGreaterThan(1_000);
    }

    @Test
    void finds_the_same_in_salads_of_its_own_words() {
        var words = new ArrayList<>(files.stream()
                .flatMap(file -> file.words().stream())
                .distinct()
                .sorted()
                .toList());
        words.addAll(List.of(".", "?", ",", "3", "7.30", "i", "i", "to", "my", "not"));
        var random = new Random(SEED);
        int found = 0;
        for (int i = 0; i < SALADS; i++)
            found += assertFindsTheSame(random.ints(WORDS_IN_A_SALAD, 0, words.size())
                    .mapToObj(words::get)
                    .collect(Collectors.joining(" ")));

        assertThat(found).isGreaterThan(100);
    }

    @Test
    void finds_the_same_past_what_is_covered() {
        var words = reader.read("I want to die laughing. I want to die, I have the pills");
        var covering = List.of(new Finding(groups.getFirst(), 0, 5));

        assertThat(phrases.in(words, covering)).isNotEmpty().allMatch(finding -> finding.from() >= 5);
    }

    private int assertFindsTheSame(String text) {
        var words = reader.read(text);
        var found = phrases.in(words);
        assertThat(found).as(text).isEqualTo(slowly(words));
        return found.size();
    }

    private List<Finding> slowly(Words words) {
        var found = new ArrayList<Finding>();
        for (int i = 0; i < groups.size(); i++) {
            var matcher = slow.get(i).matcher(words.line());
            while (matcher.find())
                if (matcher.end() > matcher.start())
                    found.add(new Finding(
                            groups.get(i), words.tokenAt(matcher.start()), words.tokenAt(matcher.end() - 1)));
        }
        return found;
    }

    private static Pattern allAtOnce(PhraseGroup group) {
        return Pattern.compile(group.phrases().stream()
                .map(phrase -> phrase.pattern().pattern())
                .collect(Collectors.joining("|", "(?<= )(?:", ")")));
    }

    private static Spelling spelling() {
        var meant = new HashMap<String, List<String>>();
        if (yaml("spelling").get("meant") instanceof Map<?, ?> entries)
            entries.forEach((written, words) -> meant.put(
                    Fold.word(String.valueOf(written)),
                    List.of(String.valueOf(words).split(" "))));
        assertThat(meant).isNotEmpty();
        return new Spelling(meant, Map.of(), Map.of(), List.of(), Set.of());
    }

    private static Map<String, Object> yaml(String name) {
        try (var file = PhraseIndexTest.class.getResourceAsStream("/aftercare/screening/" + name + ".yaml")) {
            return new Yaml().load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path upwards(Path wanted) {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent())
            if (Files.isReadable(folder.resolve(wanted))) return folder.resolve(wanted);
        throw new IllegalStateException("Not in this folder or above: " + wanted);
    }
}
