package aftercare.platform.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FaultTest {

    @Test
    void a_fault_names_classes_sql_state_and_place_and_quotes_no_message() {
        var cause = new SQLException("Key (name)=(Maria Jones) already exists", "23505");

        var fault = Fault.of(new IllegalStateException("I want to die", cause)).toString();

        assertThat(fault)
                .startsWith("IllegalStateException < SQLException 23505 at aftercare.platform.faults.FaultTest.")
                .doesNotContain("Maria")
                .doesNotContain("die");
    }

    @Test
    void a_cause_that_leads_to_itself_is_told_and_does_not_hang() {
        var first = new IllegalStateException("a");
        first.initCause(new IllegalArgumentException("b", first));

        assertThat(Fault.of(first).toString()).startsWith("IllegalStateException < IllegalArgumentException");
    }
}
