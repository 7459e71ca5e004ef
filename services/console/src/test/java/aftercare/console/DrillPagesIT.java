package aftercare.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DrillPagesIT extends HarborPages {
    private static final String UNDER_WAY = """
            {"drillId":"d2","startedBy":"rosa","reason":"new <colleague>","startedAt":"2026-03-04T17:00:00Z","escalationId":null,
             "endedAt":null,"outcome":null,"ending":null,"passed":false,"score":[]}""";
    private static final String OVER = """
            {"drillId":"d1","startedBy":"rosa","reason":null,"startedAt":"2026-02-04T17:00:00Z","escalationId":"%s",
             "endedAt":"2026-02-04T17:20:00Z","outcome":"RESOLVED","ending":"It was taken and resolved.","passed":false,"score":[
              {"what":"First page","words":"3 s, target 5 s","passed":true},
              {"what":"First call logged","words":"No call was logged.","passed":false}]}""".formatted(Harbor.K7);

    @Test
    void an_admin_sees_what_is_under_way_and_what_earlier_ones_came_to_line_by_line() throws Exception {
        HARBOR.escalation.answers("/v1/drills", "[" + UNDER_WAY + "," + OVER + "]");

        var page = as("mira").get("/drills").body();

        assertThat(page)
                .contains("Start a drill", "Call it off", "new &lt;colleague&gt;", "Its text is on its way.")
                .contains("Not passed", "3 s, target 5 s", "No call was logged.", "/escalations/" + Harbor.K7);
    }

    @Test
    void it_is_started_only_when_that_is_confirmed() throws Exception {
        HARBOR.escalation.answers("/v1/drills", "[]");
        var mira = as("mira");

        assertThat(mira.submit("/drills", "/drills", Map.of("reason", "practice"))
                        .body())
                .contains("Nothing was started");
        assertThat(HARBOR.escalation.posted()).isEmpty();
        assertThat(mira.submit("/drills", "/drills", Map.of("reason", "practice", "sure", "true"))
                        .body())
                .contains("The drill has begun");
        assertThat(HARBOR.escalation.posted()).containsExactly("/v1/drills {\"reason\":\"practice\"}");
    }

    @Test
    void only_an_admin_is_let_in() throws Exception {
        assertThat(visitor.get("/drills").statusCode()).isEqualTo(403);
    }

    @Test
    void a_case_of_a_drill_says_so_on_the_list_on_the_wall_and_on_its_page() throws Exception {
        var row = HARBOR.row("b9", "D4", "CRISIS", "OPEN", true, 3, null);
        HARBOR.cases(row.substring(0, row.length() - 1) + ",\"origin\":\"DRILL\"}");

        assertThat(page("/")).contains(">DRILL<");
        assertThat(page("/wall")).contains(">DRILL<");
    }

    @Test
    void a_missed_canary_is_said_on_the_first_page_and_told_whole_where_the_operator_looks() throws Exception {
        assertThat(page("/checks/live")).doesNotContain("missed");
        assertThat(page("/checks/live?whole=true")).contains("0.05 minutes", "The outside heard that we live");

        HARBOR.canary("MISSED");

        assertThat(page("/checks/live")).contains("The last try of the whole chain was missed");
        assertThat(page("/checks/live?whole=true")).contains("The last canary was missed");
    }

    @Test
    void what_is_not_set_up_is_said_plainly() throws Exception {
        HARBOR.escalation.answers(
                "/v1/canary",
                "{\"setUp\":false,\"every\":\"PT6H\",\"within\":\"PT5M\",\"nextAt\":null,\"last\":null,\"lastClosed\":null}");
        HARBOR.escalation.answers("/v1/heartbeat", "{\"state\":\"NOT_SET_UP\",\"lastAt\":null}");

        assertThat(page("/checks/live?whole=true"))
                .contains("No canary is set up", "escalation.canary.number")
                .contains("No sign of life goes outside", "escalation.heartbeat.url");
    }
}
