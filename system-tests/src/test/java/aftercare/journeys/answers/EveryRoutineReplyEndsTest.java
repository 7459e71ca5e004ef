package aftercare.journeys.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aftercare.schemas.screening.Level;
import aftercare.screening.engine.Engine;
import aftercare.screening.engine.Reply;
import aftercare.screening.engine.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** No reply that is ROUTINE ends with neither an answer, a courtesy nor an owner: the real engine and the real rules over the labelled replies. */
class EveryRoutineReplyEndsTest {
    private static final Engine ENGINE = Engine.shipped();

    private enum End {
        ANSWER,
        COURTESY,
        OWNER,
        KEYWORD,
        /** The engine says more than ROUTINE: humans have it. */
        HUMANS,
        NONE
    }

    @Test
    void every_routine_row_has_exactly_one_ending() throws IOException {
        var file = labelled();
        assumeTrue(file.isPresent(), "No labelled replies: set AFTERCARE_REPLIES to a JSON lines file to run this");
        var ends = new EnumMap<End, Integer>(End.class);
        var nobodys = new ArrayList<String>();
        for (var row : rows(file.get())) {
            var verdict = ENGINE.screen(reply(row));
            if (verdict.level() == Level.ROUTINE || row.get("label").asString().equals("ROUTINE")) {
                var end = end(verdict);
                ends.merge(end, 1, Integer::sum);
                if (end == End.NONE || (end == End.HUMANS) == (verdict.level() == Level.ROUTINE)) {
                    nobodys.add(row.get("id").asString() + " " + end);
                }
            }
        }

        assertThat(nobodys).isEmpty();
        assertThat(ends).containsKeys(End.COURTESY, End.OWNER, End.KEYWORD);
        assertThat(ends.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(100);
    }

    private static End end(Verdict verdict) {
        return switch (consequences(verdict).end()) {
            case ReplyEnd.Answered _ -> End.ANSWER;
            case ReplyEnd.Courtesy _ -> End.COURTESY;
            case ReplyEnd.Owned(var topic) -> topic.isBlank() ? End.NONE : End.OWNER;
            case ReplyEnd.ByKeyword _ -> End.KEYWORD;
            case ReplyEnd.WithHumans _ -> End.HUMANS;
            case ReplyEnd.AskedAgain _ -> End.NONE;
        };
    }

    /** No question of ours is known: what the engine bound to the clinic's text alone must still have somebody. */
    private static ReplyConsequences consequences(Verdict verdict) {
        return new ReplyConsequences(
                verdict.level(), verdict.ending(), verdict.categories(), null, verdict.answer(), null, false);
    }

    private static Reply reply(JsonNode row) {
        var thread = new ArrayList<Reply.Earlier>();
        for (var text : row.path("thread")) {
            thread.add(new Reply.Earlier(
                    "clinic".equals(text.get("from").asString()) ? Reply.Side.CLINIC : Reply.Side.PATIENT,
                    text.get("text").asString(),
                    text.get("secondsBefore").asLong()));
        }
        return new Reply(row.get("text").asString(), 0, thread, null, true, false, null);
    }

    private static List<JsonNode> rows(Path file) throws IOException {
        var json = JsonMapper.builder().build();
        var rows = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                rows.add(json.readTree(line));
            }
        }
        return rows;
    }

    private static Optional<Path> labelled() {
        var named = System.getProperty("AFTERCARE_REPLIES", System.getenv().getOrDefault("AFTERCARE_REPLIES", ""));
        return named.isEmpty() ? upwards(Path.of("shared", "replies", "dev.jsonl")) : Optional.of(Path.of(named));
    }

    private static Optional<Path> upwards(Path wanted) {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isReadable(folder.resolve(wanted))) {
                return Optional.of(folder.resolve(wanted));
            }
        }
        return Optional.empty();
    }
}
