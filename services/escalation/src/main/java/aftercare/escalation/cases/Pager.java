package aftercare.escalation.cases;

import aftercare.schemas.EscalationId;
import aftercare.schemas.StaffId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who gets hold of humans. Called inside the deed's transaction, with the case's row locked. */
public interface Pager {

    /** Nobody has it yet: page on-call from now on, until somebody takes it. */
    void seek(Case opened, Instant now);

    /** A further reply. {@code raised}: it is graver than what was known, and whoever has the case must answer soon. */
    void joined(Case joined, boolean raised, Instant now);

    /** Its owner has taken it or tried to call: remind them should they go quiet. */
    void accompany(Case taken, Instant now);

    /** Its owner says that they are on it, which puts the reminder off once between two calls. */
    void stillOnIt(Case owned, Instant now);

    /** Its owner asks a colleague to take it. */
    void offer(Case owned, StaffId to, Instant now);

    /** It is over. */
    void leave(EscalationId ended);

    List<Seen> pagesOf(EscalationId id);

    /** One page of one case to one person by one way. {@code dueAt} is clinic time. */
    record Seen(
            StaffId staffId,
            String way,
            String kind,
            int round,
            int step,
            String state,
            Instant dueAt,
            @Nullable Instant sentAt) {}
}
