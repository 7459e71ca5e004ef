package aftercare.screening.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aftercare.screening.engine.Advisor;
import aftercare.screening.engine.Engine;
import aftercare.screening.engine.Reply;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportCommandTest {
    private static final Engine RULES = Engine.with(Advisor.none());

    @Test
    void says_what_was_paged_what_was_missed_and_how_sure_that_is() throws IOException {
        var report = report("""
                {"id":"a","label":"CRISIS","phenomenon":"explicit","lang":"en","text":"I want to die"}
                {"id":"b","label":"CRISIS","phenomenon":"oblique","lang":"en","text":"the parrot prefers brass bands"}
                {"id":"c","label":"ROUTINE","phenomenon":"thanks","lang":"en","text":"Thanks!"}
                {"id":"d","label":"OPT_OUT","phenomenon":"stop","lang":"en","text":"STOP"}
                """);

        assertThat(report)
                .containsPattern("CRISIS paged \\(sensitivity\\) +1 of 2 +50\\.0 % +\\(95 %: 9\\.5 to 90\\.5\\)")
                .containsPattern("ROUTINE kept routine +1 of 1")
                .containsPattern("OPT_OUT handled +1 of 1")
                .containsPattern("explicit +1 +1 +1 +1 +1")
                .containsPattern("CRISIS +oblique +b: CONCERN");
    }

    @Test
    void a_row_without_a_label_ends_the_report_and_is_named() {
        assertThatThrownBy(() -> report("{\"id\":\"a\",\"text\":\"Hello\"}\n"))
                .hasMessageContaining("Line 1")
                .hasMessageContaining("label");
        assertThatThrownBy(() -> report("\n{no json\n")).hasMessageContaining("Line 2");
    }

    private static String report(String lines) throws IOException {
        return new ReportCommand(
                        RULES, row -> new Reply(row.get("text").asString(), 0, List.of(), null, true, false, null))
                .report(new BufferedReader(new StringReader(lines)));
    }
}
