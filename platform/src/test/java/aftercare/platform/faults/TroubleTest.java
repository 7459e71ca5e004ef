package aftercare.platform.faults;

import static aftercare.platform.Facts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class TroubleTest {
    private final ArrayList<String> raised = new ArrayList<>();
    private final Trouble trouble = new Trouble("stuck", (kind, about) -> raised.add(kind + " " + about));

    @Test
    void the_alarm_is_raised_once_after_half_a_minute_of_failing() {
        trouble.failed(NOON, "a");
        trouble.failed(NOON.plusMillis(29_999), "a");
        assertThat(raised).isEmpty();
        trouble.failed(NOON.plusSeconds(30), "a");
        trouble.failed(NOON.plusSeconds(31), "a");
        assertThat(raised).containsExactly("stuck a");
    }

    @Test
    void what_works_in_between_is_new_trouble_afterwards() {
        trouble.failed(NOON, "a");
        trouble.over();
        trouble.failed(NOON.plusSeconds(31), "a");
        assertThat(raised).isEmpty();
        trouble.failed(NOON.plusSeconds(61), "a");
        assertThat(raised).hasSize(1);
    }

    @Test
    void an_alarm_that_could_not_be_raised_is_raised_at_the_next_failure() {
        var tries = new ArrayList<String>();
        var broken = new Trouble("stuck", (kind, _) -> {
            tries.add(kind);
            if (tries.size() == 1) {
                throw new IllegalStateException("no way out");
            }
        });
        broken.failed(NOON, "a");
        broken.failed(NOON.plusSeconds(30), "a");
        broken.failed(NOON.plusSeconds(31), "a");
        broken.failed(NOON.plusSeconds(32), "a");
        assertThat(tries).hasSize(2);
    }
}
