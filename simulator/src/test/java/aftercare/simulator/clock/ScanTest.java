package aftercare.simulator.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ScanTest {
    private static final Instant NOON = Instant.parse("2026-03-04T17:00:00Z");

    private static Scan scan(Work messaging, Work journeys) {
        return new Scan(Map.of("messaging", messaging, "journeys", journeys), Collections.emptySortedSet());
    }

    private static Work work(int pending, long activity, long attention) {
        return new Work(pending, null, activity, attention);
    }

    @Test
    void quiet_is_two_looks_with_nothing_pending_and_nothing_done_between_them() {
        var still = scan(work(0, 5, 0), work(0, 7, 0));

        assertThat(scan(work(0, 5, 0), work(0, 7, 0)).quietSince(still)).isTrue();
        assertThat(scan(work(0, 6, 0), work(0, 7, 0)).quietSince(still)).isFalse();
        assertThat(scan(work(1, 5, 0), work(0, 7, 0)).quietSince(still)).isFalse();
        assertThat(still.quietSince(scan(work(1, 5, 0), work(0, 7, 0)))).isFalse();
    }

    @Test
    void a_chain_with_a_silent_service_is_never_quiet() {
        var silent = new Scan(Map.of("journeys", work(0, 7, 0)), new TreeSet<>(List.of("messaging")));

        assertThat(silent.quietSince(silent)).isFalse();
    }

    @Test
    void the_next_due_instant_is_the_earliest_that_is_still_to_come() {
        var scan = scan(new Work(0, NOON.plusSeconds(60), 0, 0), new Work(0, NOON.minusSeconds(60), 0, 0));

        assertThat(scan.nextDueAfter(NOON)).contains(NOON.plusSeconds(60));
        assertThat(scan.nextDueAfter(NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void a_call_for_a_person_is_noticed_and_a_restarted_service_does_not_hide_the_next_one() {
        var calls = new Calls(scan(work(0, 0, 3), work(0, 0, 0)));

        assertThat(calls.roseIn(scan(work(0, 0, 3), work(0, 0, 0)))).isFalse();
        assertThat(calls.roseIn(scan(work(0, 0, 0), work(0, 0, 0)))).isFalse();
        assertThat(calls.roseIn(scan(work(0, 0, 1), work(0, 0, 0)))).isTrue();
    }
}
