package aftercare.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.schemas.messaging.Purpose;
import org.junit.jupiter.api.Test;

/** S9: no words, names or numbers lie readable in a table. */
class SealedTablesIT extends Scene {
    private static final String OURS = "Xylographic greetings to you";
    private static final String THEIRS = "quixotic zeppelins overhead";

    @Test
    void no_table_holds_a_word_a_name_or_a_number_in_the_clear() {
        var patient = enrolled();
        awaitState(request(patient, Purpose.CHECK_IN, OURS), "SENT");
        routine(reply(patient, THEIRS));
        reply(patient, "HELP");

        var tables = jdbc.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()")
                .query(String.class)
                .list();
        assertThat(tables).contains("line", "message", "reply", "outbox", "audit_entry");
        for (var table : tables) {
            var everything = String.join(
                    "\n",
                    jdbc.sql("SELECT t::text FROM \"" + table + "\" t")
                            .query(String.class)
                            .list());
            assertThat(everything)
                    .as(table)
                    .doesNotContain(patient.number().substring(2))
                    .doesNotContain(patient.name())
                    .doesNotContain(OURS)
                    .doesNotContain(THEIRS);
        }
    }
}
