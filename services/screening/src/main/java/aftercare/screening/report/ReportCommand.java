package aftercare.screening.report;

import aftercare.screening.engine.Reply;
import aftercare.screening.engine.Screener;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Screens labelled replies and says how the engine did. */
public final class ReportCommand {
    private static final Set<String> LABELS = Set.of("CRISIS", "CONCERN", "ROUTINE", "OPT_OUT");
    private final JsonMapper json = JsonMapper.builder().build();
    private final Screener screener;
    private final Function<JsonNode, Reply> reading;

    /** @param reading a reply out of a line of the file */
    public ReportCommand(Screener screener, Function<JsonNode, Reply> reading) {
        this.screener = screener;
        this.reading = reading;
    }

    /** @throws IllegalArgumentException naming the line that is no labelled reply: a report on a part of the rows would mislead */
    public String report(BufferedReader lines) throws IOException {
        var outcomes = new ArrayList<Outcome>();
        int number = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) outcomes.add(outcome(line, number));
        }
        return Report.of(outcomes, screener.version().toString());
    }

    private Outcome outcome(String line, int number) {
        try {
            var row = json.readTree(line);
            var label = row.path("label").asString("");
            if (!LABELS.contains(label)) throw new IllegalArgumentException("'label' is none of " + LABELS);
            return new Outcome(
                    row.path("id").asString("line " + number),
                    label,
                    row.path("phenomenon").asString(""),
                    row.path("lang").asString(""),
                    screener.screen(reading.apply(row)));
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException("Line " + number + " is not JSON", unreadable);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("Line " + number + ": " + wrong.getMessage(), wrong);
        }
    }
}
