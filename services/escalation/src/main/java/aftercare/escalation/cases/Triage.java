package aftercare.escalation.cases;

import aftercare.escalation.worklist.WorkList;
import aftercare.platform.inbox.Inbox;
import aftercare.schemas.escalation.Cause;
import aftercare.schemas.screening.ReplyScreened;
import aftercare.schemas.screening.ScreeningPurpose;
import aftercare.schemas.screening.Urgency;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings a verdict before the right human at the right time. */
@Service
class Triage {
    private final Escalations escalations;
    private final WorkList workList;
    private final Inbox inbox;
    private final FoundWords words;

    Triage(Escalations escalations, WorkList workList, Inbox inbox, FoundWords words) {
        this.escalations = escalations;
        this.workList = workList;
        this.inbox = inbox;
        this.words = words;
    }

    /** What a later engine makes of an old reply comes from messaging, which knows what was known: {@link SecondLooks}. */
    @Transactional
    void take(UUID eventId, ReplyScreened verdict, Instant now) {
        if (verdict.purpose() == ScreeningPurpose.RESCREEN || !inbox.firstTime(eventId, "cases")) {
            return;
        }
        switch (verdict.level()) {
            case CRISIS -> escalations.escalate(found(eventId, verdict, Cause.CRISIS), now);
            case CONCERN -> concern(eventId, verdict, now);
            case ROUTINE -> {}
        }
    }

    private void concern(UUID eventId, ReplyScreened verdict, Instant now) {
        var found = found(eventId, verdict, Cause.CONCERN_NOW);
        switch (urgencyOf(verdict)) {
            case NOW -> escalations.escalate(found, now);
            case SOON -> list(verdict, Urgency.SOON, found, now);
            case NEXT -> list(verdict, Urgency.NEXT, found, now);
        }
    }

    /** A concern that does not say how urgent it is is urgent (S4). */
    private static Urgency urgencyOf(ReplyScreened verdict) {
        @Nullable Urgency urgency = verdict.urgency();
        return urgency == null ? Urgency.NOW : urgency;
    }

    private void list(ReplyScreened verdict, Urgency urgency, Found found, Instant now) {
        if (escalations.isBeforeAHuman(found, now)) {
            return;
        }
        workList.concern(
                verdict.replyId(),
                verdict.lineId(),
                verdict.patientIds(),
                urgency,
                verdict.categories(),
                verdict.reasons(),
                now);
    }

    private Found found(UUID eventId, ReplyScreened verdict, Cause cause) {
        var id = UUID.randomUUID();
        return new Found(
                id,
                verdict.replyId(),
                verdict.lineId(),
                verdict.patientIds(),
                cause,
                verdict.level().name(),
                verdict.categories(),
                verdict.reasons(),
                words.marked(eventId, id, verdict.spans()),
                FoundWords.of(verdict.versions()),
                Found.MACHINE,
                null);
    }
}
