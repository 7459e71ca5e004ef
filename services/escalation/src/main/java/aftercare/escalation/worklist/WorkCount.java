package aftercare.escalation.worklist;

import java.time.Instant;

/** How much of a kind of work waits, how much of it too long, and when the first is due. */
record WorkCount(WorkKind kind, int open, int overdue, Instant dueAt) {}
