package aftercare.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** Public everyday texts, where a folder of them is at hand: they say nothing but that nobody has to be paged for them. */
final class PublicTexts {
    private static final List<Source> SOURCES = List.of(
            new Source("dailydialogpp.jsonl", 3500, 1f),
            new Source("sad-train.jsonl", 1500, 0.4f),
            new Source("sms-ham.jsonl", 3000, 1.5f));

    private PublicTexts() {}

    /**
     * @param most texts to take; every second text is left for measuring
     * @param weight of one text, where a labelled reply has 1
     */
    private record Source(String file, int most, float weight) {}

    /** @param missing is told of each file that is not there, since what is taught without it is another model */
    static List<Lesson> harmless(Path folder, long seed, Consumer<String> missing) throws IOException {
        var texts = new ArrayList<Lesson>();
        for (var source : SOURCES) {
            var file = folder.resolve(source.file());
            if (Files.isReadable(file)) texts.addAll(some(file, source, new Random(seed)));
            else missing.accept("Taught without " + source.file() + ": it cannot be read in " + folder);
        }
        if (texts.isEmpty())
            throw new IllegalArgumentException("No public texts in " + folder + "; put "
                    + String.join(", ", SOURCES.stream().map(Source::file).toList())
                    + " there or leave the folder out");
        return texts;
    }

    private static List<Lesson> some(Path file, Source source, Random random) throws IOException {
        var json = JsonMapper.builder().build();
        var texts = new ArrayList<Lesson>();
        var lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i += 2) {
            var row = json.readTree(lines.get(i));
            var text = row.path("text").asString("").replaceAll("\\s+", " ").strip();
            if ("NOT_RISK".equals(row.path("label").asString("")) && !text.isEmpty())
                texts.add(Lesson.harmless(text, source.weight()));
        }
        Collections.shuffle(texts, random);
        return texts.subList(0, Math.min(source.most(), texts.size()));
    }
}
