package aftercare.escalation.worklist;

import aftercare.escalation.facts.Facts;
import aftercare.escalation.holds.Hold;
import aftercare.escalation.holds.Holds;
import aftercare.schemas.EscalationId;
import aftercare.schemas.HoldId;
import aftercare.schemas.StaffId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What humans do with the work before them: take it, do it, take that back, let go of what it holds. */
@Service
public class WorkDeeds {
    private static final String FRONT_DESK = "front desk";

    private final WorkItems items;
    private final Holds holds;
    private final WorkJournal journal;

    WorkDeeds(WorkItems items, Holds holds, Facts facts) {
        this.items = items;
        this.holds = holds;
        this.journal = new WorkJournal(facts);
    }

    /** Every ending in it has been looked at. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reviewed(UUID item, StaffId by, Instant now) {
        items.lock(item).filter(found -> found.closedBy() == null).ifPresent(found -> finish(found, by, "", now));
    }

    /** A case that ended is open again: what was kept held is the case's again, and nobody need follow up yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void openedAgain(EscalationId escalation, StaffId by, Instant now) {
        items.lockOpenOf(escalation).stream()
                .filter(item -> item.kind() == WorkKind.KEPT_HOLD || item.kind() == WorkKind.FOLLOW_UP)
                .forEach(item -> finish(item, by, "", now));
    }

    /** Somebody tried to reach the patient whom an item is about. Reaching them does it, anything else leaves it open. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Contacting contact(UUID id, boolean reached, String note, StaffId by, Instant now) {
        var found = items.lock(id);
        if (found.isEmpty()) {
            return new Contacting.Unknown();
        }
        var item = found.get();
        if (!item.kind().isContact()) {
            return new Contacting.NoContact();
        }
        if (item.closedBy() != null && item.closedAt() != null) {
            return new Contacting.AlreadyDone(item.closedBy(), item.closedAt());
        }
        if (reached) {
            finish(item, by, note, now);
        } else {
            journal.done(item, "ContactTried", by.value(), now);
        }
        return new Contacting.Logged(item);
    }

    /** Somebody takes an item, gives it to a colleague, or gives it back to the front desk. */
    @Transactional
    Assigning assign(UUID id, @Nullable StaffId owner, StaffId by, Instant now) {
        var found = items.lock(id);
        if (found.isEmpty()) {
            return new Assigning.Unknown();
        }
        var item = found.get();
        if (item.closedBy() != null && item.closedAt() != null) {
            return new Assigning.AlreadyClosed(item.closedBy(), item.closedAt());
        }
        items.assign(id, owner);
        journal.assigned(item, owner == null ? FRONT_DESK : owner.value(), by.value(), now);
        return new Assigning.Assigned();
    }

    /** A human has done it. A reply read lets go what it held back; a kept hold is not closed here but released. */
    @Transactional
    Closing close(UUID id, StaffId by, boolean clinician, String note, Instant now) {
        var found = items.lock(id);
        if (found.isEmpty()) {
            return new Closing.Unknown();
        }
        var item = found.get();
        if (item.closedBy() != null && item.closedAt() != null) {
            return new Closing.AlreadyClosed(item.closedBy(), item.closedAt());
        }
        if (item.kind().needsClinician() && !clinician) {
            return new Closing.NeedsClinician();
        }
        if (item.kind() == WorkKind.KEPT_HOLD) {
            return new Closing.ReleaseTheHold(item.holdId());
        }
        if (item.kind().isContact()) {
            return new Closing.LogTheContact();
        }
        if (item.kind() == WorkKind.REVIEW) {
            return new Closing.ReviewTheEndings();
        }
        finish(item, by, note, now);
        letGo(item, by, now);
        return new Closing.Closed();
    }

    private void letGo(WorkItem item, StaffId by, Instant now) {
        var reply = item.replyId();
        var line = item.lineId();
        if (!item.kind().holdsItsReply() || reply == null || line == null) {
            return;
        }
        var hold = item.holdId() == null ? Optional.<Hold>empty() : holds.lock(item.holdId());
        hold.ifPresentOrElse(
                held -> holds.end(held, false, by, now), () -> holds.letGo(reply, line, item.patientIds(), by, now));
    }

    /** A human closed it by mistake: it waits again, and what its closing let go is held again. */
    @Transactional
    TakingBack reopen(UUID id, StaffId by, boolean clinician, Instant now) {
        var found = items.lock(id);
        if (found.isEmpty()) {
            return new TakingBack.Unknown();
        }
        var item = found.get();
        if (item.closedAt() == null) {
            return new TakingBack.NotClosed();
        }
        if (item.kind().needsClinician() && !clinician) {
            return new TakingBack.NeedsClinician();
        }
        if (item.kind() == WorkKind.KEPT_HOLD) {
            return new TakingBack.HoldWasReleased();
        }
        if (item.kind().isContact() || item.kind() == WorkKind.REVIEW) {
            return new TakingBack.SettledByADeed();
        }
        items.reopen(id, heldAgain(item, by, now));
        journal.done(item, "WorkItemReopened", by.value(), now);
        return new TakingBack.Reopened();
    }

    private @Nullable HoldId heldAgain(WorkItem item, StaffId by, Instant now) {
        var reply = item.replyId();
        var line = item.lineId();
        return item.kind().holdsItsReply() && reply != null && line != null
                ? holds.takeBack(reply, line, item.patientIds(), item.kind().holds(), by, now)
                : null;
    }

    /** A named human lets go, or cancels, what a hold keeps back. */
    @Transactional
    Releasing release(HoldId id, boolean cancel, String note, StaffId by, Instant now) {
        var found = holds.lock(id);
        if (found.isEmpty()) {
            return new Releasing.Unknown();
        }
        var hold = found.get();
        if (hold.releasedBy() != null && hold.releasedAt() != null) {
            return new Releasing.AlreadyReleased(hold.releasedBy(), hold.releasedAt());
        }
        if (!isKept(hold)) {
            return new Releasing.CaseIsOpen();
        }
        holds.end(hold, cancel, by, now);
        items.lockOpenOf(id).forEach(item -> finish(item, by, note, now));
        return new Releasing.Released();
    }

    /** A case that is open releases its hold only by being resolved. */
    private boolean isKept(Hold hold) {
        return !items.lockOpenOf(hold.id()).isEmpty();
    }

    private void finish(WorkItem item, StaffId by, String note, Instant now) {
        items.close(item.id(), by, note, now);
        journal.done(item, "WorkItemClosed", by.value(), now);
    }
}
