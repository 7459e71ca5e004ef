package aftercare.screening;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.screening.engine.Engine;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScreenCommandTest {
    private static final Engine ENGINE = Engine.shipped();

    @Test
    void each_line_in_gives_a_line_out() throws IOException {
        var out = screened("""
                {"id":"a","text":"I want to die"}
                {"id":"b","text":"Thanks!"}
                {"id":"c","text":"STOP"}
                """);
        assertThat(out)
                .extracting(line -> line.get("level").asString())
                .containsExactly("CRISIS", "ROUTINE", "OPT_OUT");
        assertThat(out.getFirst().get("version").asString())
                .isEqualTo(ENGINE.version().toString());
        assertThat(out.getFirst().get("reasons").size()).isPositive();
        assertThat(out.get(1).get("ending").asString()).isEqualTo("COURTESY");
    }

    @Test
    void the_thread_counts() throws IOException {
        var out = screened("""
                {"id":"a","text":"yes","thread":[{"from":"clinic","text":"Any thoughts of harming yourself?","secondsBefore":60}]}
                """);
        assertThat(out.getFirst().get("level").asString()).isEqualTo("CRISIS");
    }

    @Test
    void a_bad_line_gives_an_error_for_its_id_and_the_rest_goes_on() throws IOException {
        var out = screened("""
                no json
                {"id":"b"}
                {"id":"c","text":"x","thread":[{"from":"nobody","text":""}]}
                {"id":"d","text":"Thanks!"}
                """);
        assertThat(out).extracting(line -> line.get("id").asString()).containsExactly("line 1", "b", "c", "d");
        assertThat(out.subList(0, 3)).allMatch(line -> line.has("error"));
        assertThat(out.getLast().get("level").asString()).isEqualTo("ROUTINE");
    }

    private static List<JsonNode> screened(String lines) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new ScreenCommand(ENGINE, new PrintStream(bytes, true, StandardCharsets.UTF_8))
                .run(new BufferedReader(new StringReader(lines)));
        var json = JsonMapper.builder().build();
        return bytes.toString(StandardCharsets.UTF_8)
                .lines()
                .map(json::readTree)
                .toList();
    }
}
