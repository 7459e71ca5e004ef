package aftercare.console.work;

import aftercare.console.remote.WorkService.Count;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The lists that work is sorted into. What no list names is a task: a kind that is new here is still shown. */
enum WorkTab {
    ALL,
    CONCERN,
    REQUESTS,
    MISSED,
    READING,
    REVIEWS,
    TASKS;

    private static final Set<String> REVIEW_KINDS = Set.of("LATE_FINDING", "REVIEW", "SECOND_REVIEW", "CASE_REVIEW");

    static WorkTab named(String name) {
        return Stream.of(values())
                .filter(tab -> tab.word().equals(name))
                .findFirst()
                .orElse(ALL);
    }

    /** As it stands in the page's address. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean holds(String kind) {
        return this == ALL || this == of(kind);
    }

    private static WorkTab of(String kind) {
        return switch (kind) {
            case "CONCERN" -> CONCERN;
            case "REQUEST" -> REQUESTS;
            case "MISSED_CHECK_IN" -> MISSED;
            case "READ_THROUGH" -> READING;
            default -> REVIEW_KINDS.contains(kind) ? REVIEWS : TASKS;
        };
    }

    Counted counted(List<Count> counts) {
        var own = counts.stream().filter(count -> holds(count.kind())).toList();
        return new Counted(
                this,
                own.stream().map(Count::kind).toList(),
                own.stream().mapToInt(Count::open).sum(),
                own.stream().mapToInt(Count::overdue).sum());
    }

    /** A list with the kinds that are in it now. */
    record Counted(WorkTab tab, List<String> kinds, int open, int overdue) {
        public String word() {
            return tab.word();
        }
    }
}
