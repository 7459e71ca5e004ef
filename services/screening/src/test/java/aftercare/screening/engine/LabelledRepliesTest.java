package aftercare.screening.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.Urgency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The safety floor: on the examination, which neither rules nor model were made from, and on another labelled set where one is at hand
 * (AFTERCARE_REPLIES, or a folder beside the repository).
 */
class LabelledRepliesTest {
    private static final Set<String> URGENT = Set.of("medical_urgent", "harm_others_abuse");
    /** A build machine that is busy makes no other verdicts. */
    private static final Engine ENGINE = Engine.with(Advisor.shipped(Duration.ofSeconds(30)));

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl", "b.jsonl"})
    void holds_on_the_examinations(String name) throws IOException {
        var verdicts =
                screened(upwards(Path.of("training", "examination", name)).orElseThrow());

        assertThat(ENGINE.trouble()).as("the model takes part").isEmpty();
        assertThat(share(verdicts, "CRISIS", LabelledRepliesTest::paged)).isGreaterThan(0.8);
        assertThat(share(verdicts, "CRISIS", LabelledRepliesTest::now)).isGreaterThan(0.9);
        assertThat(share(verdicts, "CRISIS", LabelledRepliesTest::routine)).isLessThan(0.02);
        assertThat(share(verdicts, "ROUTINE", LabelledRepliesTest::paged)).isLessThan(0.03);
        assertThat(share(verdicts, "ROUTINE", LabelledRepliesTest::routine)).isGreaterThan(0.75);
        assertThat(urgent(verdicts, verdict -> !now(verdict))).hasSizeLessThan(4);
    }

    @Test
    void holds_on_another_set() throws IOException {
        var file = another();
        assumeTrue(
                file.isPresent(), "No other labelled replies: set AFTERCARE_REPLIES to a JSON lines file to run this");
        var verdicts = screened(file.get());

        assertThat(ids(verdicts, "CRISIS", LabelledRepliesTest::routine)).isEmpty();
        assertThat(urgent(verdicts, verdict -> !now(verdict))).isEmpty();
        assertThat(share(verdicts, "CRISIS", LabelledRepliesTest::paged)).isGreaterThan(0.9);
        assertThat(share(verdicts, "ROUTINE", LabelledRepliesTest::paged)).isLessThan(0.03);
        assertThat(share(verdicts, "ROUTINE", LabelledRepliesTest::routine)).isGreaterThan(0.7);
    }

    private static boolean paged(Verdict verdict) {
        return verdict.level() == Level.CRISIS;
    }

    private static boolean now(Verdict verdict) {
        return paged(verdict) || verdict.urgency() == Urgency.NOW;
    }

    private static boolean routine(Verdict verdict) {
        return verdict.level() == Level.ROUTINE;
    }

    private static double share(Map<JsonNode, Verdict> verdicts, String label, Predicate<Verdict> counted) {
        return (double) ids(verdicts, label, counted).size()
                / ids(verdicts, label, _ -> true).size();
    }

    private static List<String> ids(Map<JsonNode, Verdict> verdicts, String label, Predicate<Verdict> wanted) {
        return verdicts.entrySet().stream()
                .filter(row -> label.equals(row.getKey().get("label").asString()))
                .filter(row -> wanted.test(row.getValue()))
                .map(row -> row.getKey().get("id").asString())
                .toList();
    }

    private static List<String> urgent(Map<JsonNode, Verdict> verdicts, Predicate<Verdict> wanted) {
        return verdicts.entrySet().stream()
                .filter(row -> URGENT.contains(row.getKey().get("phenomenon").asString()))
                .filter(row -> wanted.test(row.getValue()))
                .map(row -> row.getKey().get("id").asString())
                .toList();
    }

    private static Map<JsonNode, Verdict> screened(Path file) throws IOException {
        var json = JsonMapper.builder().build();
        var verdicts = new LinkedHashMap<JsonNode, Verdict>();
        for (var line : Files.readAllLines(file)) {
            if (line.isBlank()) continue;
            var row = json.readTree(line);
            var reply = new Reply(row.get("text").asString(), 0, thread(row.path("thread")), null, true, false, null);
            verdicts.put(row, ENGINE.screen(reply));
        }
        return verdicts;
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

    private static Optional<Path> another() {
        var named = System.getProperty("AFTERCARE_REPLIES", System.getenv().getOrDefault("AFTERCARE_REPLIES", ""));
        return named.isEmpty() ? upwards(Path.of("shared", "replies", "dev.jsonl")) : Optional.of(Path.of(named));
    }

    private static Optional<Path> upwards(Path wanted) {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent())
            if (Files.isReadable(folder.resolve(wanted))) return Optional.of(folder.resolve(wanted));
        return Optional.empty();
    }
}
