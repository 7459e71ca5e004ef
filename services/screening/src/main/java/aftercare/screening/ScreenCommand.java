package aftercare.screening;

import aftercare.schemas.screening.Level;
import aftercare.screening.engine.Engine;
import aftercare.screening.engine.Reply;
import aftercare.screening.engine.Screener;
import aftercare.screening.engine.TimeLimited;
import aftercare.screening.engine.Verdict;
import aftercare.screening.report.ReportCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Screens replies offline with the very engine of the service: JSON lines in, JSON lines out. */
public final class ScreenCommand {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private final JsonMapper json = JsonMapper.builder().build();
    private final Screener screener;
    private final PrintStream out;

    ScreenCommand(Screener screener, PrintStream out) {
        this.screener = screener;
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // What libraries log is no line of ours.
        System.setOut(System.err);
        var engine = Engine.shipped();
        engine.trouble().ifPresent(why -> System.err.println("Screening by rules alone: " + why));
        var screener = new TimeLimited(engine, LIMIT);
        boolean report = args.length > 0 && "--report".equals(args[0]);
        try (var lines = lines(args.length > (report ? 1 : 0) ? args[args.length - 1] : null)) {
            if (report) out.print(new ReportCommand(screener, ScreenCommand::reply).report(lines));
            else new ScreenCommand(screener, out).run(lines);
        } catch (IllegalArgumentException | NoSuchFileException wrong) {
            System.err.println(
                    wrong instanceof NoSuchFileException
                            ? "There is no file " + wrong.getMessage()
                            : wrong.getMessage());
            System.exit(64);
        }
    }

    private static BufferedReader lines(@Nullable String file) throws IOException {
        return file == null
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(Path.of(file));
    }

    /** A line that can't be read gives an error line, and the rest goes on. */
    void run(BufferedReader lines) throws IOException {
        int number = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) out.println(screened(line, number));
        }
    }

    private String screened(String line, int number) {
        var id = "line " + number;
        try {
            var row = json.readTree(line);
            if (!row.isObject()) throw new IllegalArgumentException("not a JSON object");
            if (row.hasNonNull("id")) id = row.get("id").asString();
            return json.writeValueAsString(shown(id, screener.screen(reply(row))));
        } catch (JacksonException unreadable) {
            return json.writeValueAsString(new Failed(id, "not JSON"));
        } catch (IllegalArgumentException wrong) {
            return json.writeValueAsString(new Failed(id, String.valueOf(wrong.getMessage())));
        }
    }

    private static Reply reply(JsonNode row) {
        var text = row.get("text");
        if (text == null || !text.isString()) throw new IllegalArgumentException("'text' is missing or no string");
        return new Reply(text.asString(), 0, thread(row.get("thread")), null, true, false, null);
    }

    private static List<Reply.Earlier> thread(@Nullable JsonNode rows) {
        var thread = new ArrayList<Reply.Earlier>();
        if (rows == null || rows.isNull()) return thread;
        if (!rows.isArray()) throw new IllegalArgumentException("'thread' is no list");
        for (var row : rows) {
            if (!row.path("from").isString() || !row.path("text").isString())
                throw new IllegalArgumentException("a text of 'thread' lacks 'from' or 'text'");
            thread.add(new Reply.Earlier(
                    side(row.get("from").asString()),
                    row.get("text").asString(),
                    row.path("secondsBefore").asLong(0)));
        }
        return thread;
    }

    private static Reply.Side side(String from) {
        return switch (from) {
            case "clinic" -> Reply.Side.CLINIC;
            case "patient" -> Reply.Side.PATIENT;
            default -> throw new IllegalArgumentException("'from' is neither clinic nor patient");
        };
    }

    private Screened shown(String id, Verdict verdict) {
        boolean onlyOptOut = verdict.level() == Level.ROUTINE && verdict.optOut();
        return new Screened(
                id,
                onlyOptOut ? "OPT_OUT" : verdict.level().name(),
                verdict.urgency() == null ? null : verdict.urgency().name(),
                verdict.ending() == null ? null : verdict.ending().name(),
                verdict.optOut(),
                verdict.categories(),
                verdict.score(),
                verdict.reasons(),
                screener.version().toString());
    }

    record Screened(
            String id,
            String level,
            @Nullable String urgency,
            @Nullable String ending,
            boolean optOut,
            List<String> categories,
            double score,
            List<String> reasons,
            String version) {}

    record Failed(String id, String error) {}
}
