package aftercare.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/** Public everyday texts, where a folder of them is at hand: they say nothing but that nobody has to be paged for them. */
final class PublicTexts {
    /** How many of each file; every second text of the everyday SMS is left for measuring. */
    private static final Map<String, Integer> TAKEN =
            Map.of("sms-ham.jsonl", 1200, "dailydialogpp.jsonl", 700, "sad-train.jsonl", 700);

    private PublicTexts() {}

    static List<String> harmless(Path folder, long seed) throws IOException {
        var texts = new ArrayList<String>();
        for (var name : TAKEN.keySet().stream().sorted().toList()) {
            var file = folder.resolve(name);
            if (Files.isReadable(file))
                texts.addAll(some(file, Objects.requireNonNull(TAKEN.get(name)), new Random(seed)));
        }
        return texts;
    }

    private static List<String> some(Path file, int wanted, Random random) throws IOException {
        var json = JsonMapper.builder().build();
        var texts = new ArrayList<String>();
        var lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i += 2) {
            var row = json.readTree(lines.get(i));
            if ("NOT_RISK".equals(row.path("label").asString("")))
                texts.add(row.get("text").asString().replaceAll("\\s+", " ").strip());
        }
        Collections.shuffle(texts, random);
        return texts.subList(0, Math.min(wanted, texts.size()));
    }
}
