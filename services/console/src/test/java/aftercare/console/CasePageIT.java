package aftercare.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CasePageIT extends HarborPages {
    private static final String CASE = "/escalations/" + Harbor.K7;

    @Test
    void the_thread_has_its_risk_words_marked_and_the_reason_in_words() throws Exception {
        assertThat(page(CASE))
                .contains("honestly I <mark class=\"risk\">want to die</mark> &lt;tonight&gt;")
                .contains("Says that they wish to be dead")
                .contains("typed by <span>rosa</span>");
    }

    @Test
    void everyone_who_can_be_called_is_a_touch_away() throws Exception {
        assertThat(page(CASE))
                .contains("href=\"tel:+12025550161\"", "href=\"tel:+12025550188\"", "href=\"tel:+12025550199\"")
                .contains("Robin Example", "(sister)", "Jordan Example");
    }

    @Test
    void safety_plan_sessions_and_scores_are_there() throws Exception {
        assertThat(page(CASE))
                .contains("Two nights without sleep", "Walk to the harbour", "Pills at my sister&#39;s")
                .contains("session ended")
                .contains("T11");
        HARBOR.escalation.forget("/v1/patients/jordan/safety-plan");
        assertThat(page(CASE)).contains("No safety plan here yet", "/patients/jordan/safety-plan");
    }

    @Test
    void what_is_not_known_is_not_shown_as_nothing() throws Exception {
        HARBOR.journeys.breakDown("/v1/patients/jordan/answers");

        assertThat(page(CASE)).contains("Sessions and scores can&#39;t be told".replace("&#39;", "'"));
        HARBOR.journeys.mend();
    }

    @Test
    void the_steps_show_who_did_what_and_a_tick_goes_to_the_record() throws Exception {
        var page = page(CASE);
        assertThat(page)
                .contains("aria-checked=\"true\"", "aria-checked=\"false\"", "ticked when somebody takes the case");

        HARBOR.protocol(true);
        var part = visitor.submit(CASE, CASE + "/protocol/CALL", Map.of("done", "true"), "HX-Request", "true");

        assertThat(HARBOR.escalation.posted())
                .contains("/v1/escalations/" + Harbor.K7 + "/protocol/CALL {\"done\":true}");
        assertThat(part.body())
                .contains("id=\"protocol\"", "by <span>Rosa Lindqvist</span>")
                .doesNotContain("<html");
        assertThat(visitor.submit(CASE, CASE + "/protocol/CALL", Map.of("done", "false"))
                        .uri()
                        .getPath())
                .isEqualTo(CASE);
    }

    @Test
    void the_timeline_holds_pages_calls_texts_and_deeds_in_order() throws Exception {
        var page = page(CASE);
        var timeline = page.substring(page.indexOf("class=\"timeline\""));

        assertThat(timeline.indexOf("texted")).isPositive().isLessThan(timeline.indexOf("opened the case"));
        assertThat(timeline.indexOf("was paged")).isLessThan(timeline.indexOf("tried to call"));
        assertThat(timeline.indexOf("tried to call")).isLessThan(timeline.indexOf("texted the patient by hand"));
        assertThat(timeline)
                .contains("by call, round 1, step 1, delivered", "No answer, tried twice", "Rosa Lindqvist");
    }

    @Test
    void a_colleagues_own_words_go_out_and_lead_back_to_the_case() throws Exception {
        var after = visitor.submit(
                CASE, "/lines/" + Harbor.LINE + "/texts", Map.of("text", "May I call you?", "back", CASE));

        assertThat(after.uri().getPath()).isEqualTo(CASE);
        assertThat(after.body()).contains("Your text is on its way");
        assertThat(HARBOR.messaging.posted().toString()).contains("/texts", "May I call you?");
        var elsewhere = visitor.submit(
                CASE,
                "/lines/" + Harbor.LINE + "/texts",
                Map.of("text", "hello", "back", "//elsewhere.example/escalations/x"));
        assertThat(elsewhere.uri().getPath()).isEqualTo("/lines/" + Harbor.LINE);
    }

    @Test
    void the_front_desk_reads_and_ticks_nothing() throws Exception {
        var page = as("fred").get(CASE).body();

        assertThat(page)
                .contains("Jordan Example")
                .doesNotContain("role=\"checkbox\"", "Two nights without sleep", "I take it");
    }
}
