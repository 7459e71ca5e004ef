package aftercare.escalation.worklist;

import aftercare.escalation.facts.Facts;
import java.time.Instant;
import java.util.Map;

/** What becomes of work items, in the audit trail and told to whoever listens. */
final class WorkJournal {
    private final Facts facts;

    WorkJournal(Facts facts) {
        this.facts = facts;
    }

    void added(WorkItem item) {
        planned(item, "WorkItemAdded");
    }

    /** It was there, and is due at another time now. */
    void moved(WorkItem item) {
        planned(item, "WorkItemMoved");
    }

    private void planned(WorkItem item, String what) {
        var details = Map.of(
                "kind",
                item.kind().name(),
                "topic",
                item.topic(),
                "dueAt",
                item.dueAt().toString());
        facts.record(item.createdAt(), Facts.MACHINE, what, subject(item), details);
    }

    /** @param by a colleague, or the machine */
    void done(WorkItem item, String what, String by, Instant now) {
        facts.record(now, by, what, subject(item), Map.of("kind", item.kind().name()));
    }

    void assigned(WorkItem item, String owner, String by, Instant now) {
        facts.record(
                now,
                by,
                "WorkItemAssigned",
                subject(item),
                Map.of("kind", item.kind().name(), "owner", owner));
    }

    private static String subject(WorkItem item) {
        return "work-item/" + item.id();
    }
}
