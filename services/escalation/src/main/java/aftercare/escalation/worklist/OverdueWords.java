package aftercare.escalation.worklist;

import aftercare.escalation.site.Site;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the shift lead is told of overdue work: how much of what kind, and since when. No patient (S9). */
record OverdueWords(Site site) {

    /** @param overdue at least one, the oldest first */
    String say(List<WorkItem> overdue, Instant now) {
        var kinds = overdue.stream()
                .collect(Collectors.groupingBy(WorkItem::kind, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(kind -> kind.getValue() + " "
                        + kind.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        return site.name() + " work list: " + overdue.size() + " overdue (" + kinds + "), the oldest since "
                + site.wallClock(overdue.getFirst().dueAt(), now) + ". Open the console.";
    }
}
