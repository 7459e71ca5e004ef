package aftercare.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SupervisionPagesIT extends HarborPages {
    @Test
    void the_wall_shows_the_oldest_first_in_words_and_nothing_of_a_patient() throws Exception {
        var wall = page("/wall");

        assertThat(wall).contains("3 cases are open", "NOBODY HAS IT", "Rosa Lindqvist has it", "34 min");
        assertThat(wall.indexOf(">M12<")).isLessThan(wall.indexOf(">K7<"));
        assertThat(wall).contains("is-oldest", "2 min 30 s", "On call").doesNotContain("Jordan", "+1202");
        assertThat(page("/wall/live")).contains("NOBODY HAS IT").doesNotContain("<html");
    }

    @Test
    void the_hand_over_says_what_goes_on_what_happened_and_who_is_next_without_names_of_patients() throws Exception {
        assertThat(page("/handover"))
                .contains("shift", "Cases that go on", "nobody: on-call is being paged", "What happened")
                .contains(
                        "Texts that stay held",
                        "Follow-ups due within 24 hours",
                        "Speak again, as agreed",
                        "120 Concern")
                .contains("Who is on call", "Rosa")
                .doesNotContain("Jordan", "+1202", "nothing has a point");
        assertThat(page("/handover?before=true")).contains("This shift");
    }

    @Test
    void statistics_come_as_charts_with_tables_and_a_file() throws Exception {
        assertThat(page("/statistics"))
                .contains("/statistics.csv?from=2026-01-05&amp;to=2026-02-28")
                .contains("data-report=\"{&quot;from&quot;")
                .contains("4 s / 8 s / 12 s", "25 %", "By week and shift", "By day");
        var table = visitor.get("/statistics.csv?from=2026-01-05&to=2026-02-28");
        assertThat(table.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(table.body()).contains("period,from,shift");
    }
}
