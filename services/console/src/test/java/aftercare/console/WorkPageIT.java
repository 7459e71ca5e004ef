package aftercare.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkPageIT extends HarborPages {
    private static final String BY_SCRIPT = "X-Requested-With";

    @Test
    void work_comes_in_lists_with_counts_and_what_is_overdue() throws Exception {
        assertThat(page("/work"))
                .contains("Concerns", "Requests", "Missed check-ins", "Read-through", "Reviews", "Tasks")
                .contains(">120<", "1 overdue", "aria-current=\"page\"")
                .contains("Concern: read the reply: passive ideation", "Speak again, as agreed", "Texts go on");
    }

    @Test
    void a_kind_that_is_new_here_is_a_task_all_the_same() throws Exception {
        page("/work?list=tasks");

        assertThat(HARBOR.escalation.asked()).anyMatch(query -> query.contains("SOMETHING_NEW"));
    }

    @Test
    void fifty_are_shown_at_a_time() throws Exception {
        assertThat(page("/work?list=concern&page=1"))
                .contains("Page 2 of 3", "/work?list=concern&amp;page=0", "/work?list=concern&amp;page=2");
        assertThat(HARBOR.escalation.asked())
                .anyMatch(query -> query.contains("skip=50") && query.contains("limit=50"));
        assertThat(page("/work?list=concern&page=99")).contains("Page 3 of 3");
        assertThat(page("/work?list=missed")).contains("Nothing waits for a human");
    }

    @Test
    void done_can_be_taken_back() throws Exception {
        var done = visitor.submit(
                "/work", "/work/" + Harbor.CONCERN + "/closure", Map.of("note", "read"), BY_SCRIPT, "fetch");
        var back = visitor.submit("/work", "/work/" + Harbor.CONCERN + "/reopening", Map.of(), BY_SCRIPT, "fetch");

        assertThat(done.body()).isEqualTo("Done.");
        assertThat(back.body()).contains("it waits again");
        assertThat(HARBOR.escalation.posted())
                .contains("/v1/work-items/" + Harbor.CONCERN + "/closure {\"note\":\"read\"}")
                .contains("/v1/work-items/" + Harbor.CONCERN + "/reopening {}");
    }

    @Test
    void a_request_leads_to_where_it_is_answered() throws Exception {
        assertThat(page("/work?list=requests")).contains("href=\"/patients/jordan#type\"");
        assertThat(page("/patients/jordan"))
                .contains("id=\"type\"", "Text them yourself", "/lines/" + Harbor.LINE + "/texts");
    }
}
