package aftercare.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NowPageIT extends HarborPages {
    @Test
    void it_opens_on_what_needs_me_with_what_nobody_has_first() throws Exception {
        var page = page("/");

        assertThat(page.indexOf("Nobody has these")).isBetween(0, page.indexOf(">Yours<"));
        assertThat(page.indexOf(">Yours<")).isLessThan(page.indexOf("With colleagues"));
        assertThat(page)
                .contains("for 12 min", "You were paged <span>2 times</span>", "I take it", "Go on with it")
                .contains("Sam Adeyemi", "has it for")
                .contains("data-needs-human=\"yes\"")
                .doesNotContain("Nobody needs you right now");
    }

    @Test
    void overdue_work_and_a_read_through_that_is_behind_are_named() throws Exception {
        assertThat(page("/"))
                .contains("Overdue work", "Concern: read the reply", "2 h 10 min", "Says that nothing has a point")
                .contains("The read-through is behind", ">51<", "14 h 0 min");
    }

    @Test
    void holes_in_on_call_are_told_above_everything() throws Exception {
        assertThat(page("/")).contains("hx-get=\"/on-call/holes\"");
    }

    @Test
    void a_case_that_a_colleague_offers_me_is_before_me_with_both_answers() throws Exception {
        HARBOR.cases(HARBOR.row("b2", "Q3", "CRISIS", "ACKNOWLEDGED", false, 8, "sam")
                .replace("\"offeredTo\":null", "\"offeredTo\":\"rosa\""));

        assertThat(page("/"))
                .contains("A colleague asks you", "asks you to take it", "I take it", "I can't")
                .doesNotContain("With colleagues", "Nobody needs you");
    }

    @Test
    void when_nobody_needs_me_it_says_so() throws Exception {
        HARBOR.cases(HARBOR.row("b2", "Q3", "CRISIS", "ACKNOWLEDGED", false, 8, "sam"));

        assertThat(page("/"))
                .contains("Nobody needs you right now", "With colleagues")
                .doesNotContain("I take it");
    }

    @Test
    void what_a_silent_service_would_have_said_is_not_taken_for_nothing() throws Exception {
        HARBOR.messaging.breakDown("/v1/read-through");

        assertThat(page("/")).contains("How much waits for the read-through can't be told");
        HARBOR.messaging.mend();
    }

    @Test
    void every_page_has_the_count_of_what_nobody_has() throws Exception {
        assertThat(page("/needs")).contains("data-needs-count=\"1\"");
        HARBOR.cases();
        assertThat(page("/needs")).doesNotContain("data-needs-count");
    }

    @Test
    void the_front_desk_sees_cases_and_takes_none() throws Exception {
        var page = as("fred").get("/").body();

        assertThat(page)
                .contains("Nobody has these")
                .doesNotContain("I take it", "read-through is behind", "Overdue work");
    }

    @Test
    void who_works_with_no_patients_finds_the_numbers() throws Exception {
        assertThat(as("otto").get("/").uri().getPath()).isEqualTo("/statistics");
    }

    @Test
    void a_part_that_fetches_itself_never_gets_the_login_form() throws Exception {
        var signedOut = new Visitor(visitor.at("/").getPort());

        assertThat(signedOut.get("/now/live", "HX-Request", "true").statusCode())
                .isEqualTo(401);
        assertThat(signedOut.get("/live").statusCode()).isEqualTo(401);
    }
}
