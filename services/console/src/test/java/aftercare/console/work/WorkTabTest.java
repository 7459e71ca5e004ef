package aftercare.console.work;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.console.remote.WorkService.Count;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkTabTest {
    private static final List<Count> COUNTS = List.of(
            new Count("CONCERN", 3, 1, Instant.EPOCH),
            new Count("KEPT_HOLD", 2, 0, Instant.EPOCH),
            new Count("NOT_KNOWN_HERE", 4, 4, Instant.EPOCH));

    @Test
    void every_kind_is_in_one_list_and_in_all() {
        for (var count : COUNTS) {
            assertThat(WorkTab.values())
                    .filteredOn(tab -> tab.holds(count.kind()))
                    .hasSize(2)
                    .contains(WorkTab.ALL);
        }
        assertThat(WorkTab.TASKS.counted(COUNTS).kinds()).containsExactly("KEPT_HOLD", "NOT_KNOWN_HERE");
    }

    @Test
    void a_list_counts_what_is_open_and_overdue_in_it() {
        assertThat(WorkTab.ALL.counted(COUNTS).open()).isEqualTo(9);
        assertThat(WorkTab.ALL.counted(COUNTS).overdue()).isEqualTo(5);
        assertThat(WorkTab.MISSED.counted(COUNTS).kinds()).isEmpty();
    }

    @Test
    void a_list_nobody_knows_is_all() {
        assertThat(WorkTab.named("concern")).isEqualTo(WorkTab.CONCERN);
        assertThat(WorkTab.named("nonsense")).isEqualTo(WorkTab.ALL);
    }
}
