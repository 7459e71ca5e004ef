package aftercare.screening.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.Urgency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The safety floor on a labelled set, where one is at hand: AFTERCARE_REPLIES, or a folder beside the repository. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LabelledRepliesTest {
    private static final Set<String> URGENT = Set.of("medical_urgent", "harm_others_abuse");
    private final Map<JsonNode, Verdict> verdicts = new HashMap<>();

    @BeforeAll
    void screen_every_row() throws IOException {
        var file = labelled();
        assumeTrue(
                file.isPresent(), "No labelled replies: set AFTERCARE_REPLIES to a JSON lines file to run this test");
        var engine = Engine.shipped();
        var json = JsonMapper.builder().build();
        for (var line : Files.readAllLines(file.get())) {
            if (line.isBlank()) continue;
            var row = json.readTree(line);
            verdicts.put(
                    row,
                    engine.screen(new Reply(
                            row.get("text").asString(), 0, thread(row.path("thread")), null, true, false, null)));
        }
    }

    @Test
    void no_crisis_row_ends_routine_or_as_a_mere_opt_out() {
        assertThat(ids("CRISIS", row -> verdict(row).level() == Level.ROUTINE)).isEmpty();
    }

    @Test
    void emergencies_and_harm_reach_a_human_now() {
        assertThat(verdicts.keySet().stream()
                        .filter(row -> URGENT.contains(row.get("phenomenon").asString()))
                        .filter(row -> verdict(row).level() != Level.CRISIS
                                && verdict(row).urgency() != Urgency.NOW)
                        .map(row -> row.get("id").asString()))
                .isEmpty();
    }

    @Test
    void nine_of_ten_crisis_rows_page_and_few_routine_rows_do() {
        assertThat(share("CRISIS")).isGreaterThan(0.9);
        assertThat(share("ROUTINE")).isLessThan(0.03);
    }

    private double share(String label) {
        long paged = ids(label, row -> verdict(row).level() == Level.CRISIS).size();
        return (double) paged / ids(label, _ -> true).size();
    }

    private List<String> ids(String label, Predicate<JsonNode> wanted) {
        return verdicts.keySet().stream()
                .filter(row -> label.equals(row.get("label").asString()))
                .filter(wanted)
                .map(row -> row.get("id").asString())
                .toList();
    }

    private Verdict verdict(JsonNode row) {
        return Objects.requireNonNull(verdicts.get(row));
    }

    private static List<Reply.Earlier> thread(JsonNode rows) {
        var thread = new ArrayList<Reply.Earlier>();
        for (var row : rows) {
            var side = "clinic".equals(row.get("from").asString()) ? Reply.Side.CLINIC : Reply.Side.PATIENT;
            thread.add(new Reply.Earlier(
                    side, row.get("text").asString(), row.get("secondsBefore").asLong()));
        }
        return thread;
    }

    private static Optional<Path> labelled() {
        var named = System.getProperty("AFTERCARE_REPLIES", System.getenv().getOrDefault("AFTERCARE_REPLIES", ""));
        if (!named.isEmpty()) return Optional.of(Path.of(named));
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var beside = folder.resolve("shared").resolve("replies").resolve("dev.jsonl");
            if (Files.isReadable(beside)) return Optional.of(beside);
        }
        return Optional.empty();
    }
}
