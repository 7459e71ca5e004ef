package aftercare.simulator.clock;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/** One look at every service. */
record Scan(Map<String, Work> works, SortedSet<String> silent) {
    Scan {
        works = Map.copyOf(works);
    }

    boolean complete() {
        return silent.isEmpty();
    }

    /** Nothing is due or under way anywhere, and nothing happened since the look before. */
    boolean quietSince(Scan before) {
        return complete()
                && before.complete()
                && pending() == 0
                && before.pending() == 0
                && activity() == before.activity();
    }

    private long pending() {
        return works.values().stream().mapToLong(Work::pending).sum();
    }

    private long activity() {
        return works.values().stream().mapToLong(Work::activity).sum();
    }

    /** The services that still have something to do, for a person to read. */
    List<String> busy() {
        return works.entrySet().stream()
                .filter(work -> work.getValue().pending() > 0)
                .map(work -> work.getKey() + " (" + work.getValue().pending() + ")")
                .sorted()
                .toList();
    }

    Optional<Instant> nextDueAfter(Instant now) {
        return works.values().stream()
                .flatMap(work -> Stream.ofNullable(work.nextDueAt()))
                .filter(next -> next.isAfter(now))
                .min(Instant::compareTo);
    }
}
