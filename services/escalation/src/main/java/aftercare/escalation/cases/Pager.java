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

    /** A further reply. {@code raised}: it is graver than what was known. */
    void joined(Case joined, boolean raised, Instant now);

    /** Its owner has taken it or worked on it: remind them should they go quiet. */
    void accompany(Case taken, Instant now);

    /** It is over. */
    void leave(EscalationId ended);

    List<Seen> pagesOf(EscalationId id);

    /** One page of one case to one person. {@code dueAt} is clinic time. */
    record Seen(
            StaffId staffId,
            String kind,
            int round,
            int step,
            String state,
            Instant dueAt,
            @Nullable Instant sentAt) {}
}
