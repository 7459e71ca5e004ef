package aftercare.escalation.worklist;

import aftercare.escalation.facts.Facts;
import aftercare.escalation.holds.Hold;
import aftercare.escalation.holds.Holds;
import aftercare.escalation.site.Site;
import aftercare.escalation.site.StaffedHours;
import aftercare.schemas.EscalationId;
import aftercare.schemas.HoldId;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.StaffId;
import aftercare.schemas.journeys.StaffCause;
import aftercare.schemas.journeys.TouchpointForStaff;
import aftercare.schemas.screening.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts work before humans and takes it away when one of them has done it. */
@Service
public class WorkList {
    private static final String NO_RISK = "NO_RISK_FOUND";
    private static final String ANSWERED_BY_FIXED_TEXT = "Answered by the approved fixed text about this.";
    private static final String FRONT_DESK = "front desk";

    private final WorkItems items;
    private final Holds holds;
    private final Facts facts;
    private final DueTimes dueTimes;
    private final FollowUpTimes followUpTimes;
    private final Site site;

    WorkList(WorkItems items, Holds holds, Facts facts, StaffedHours hours, WorkListSettings settings, Site site) {
        this.items = items;
        this.holds = holds;
        this.facts = facts;
        this.dueTimes = new DueTimes(hours, settings);
        this.followUpTimes = new FollowUpTimes(hours);
        this.site = site;
    }

    /** A reply that a human must read in staffed hours. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void concern(
            ReplyId reply,
            LineId line,
            List<PatientId> patients,
            Urgency urgency,
            List<String> categories,
            List<String> reasons,
            Instant now) {
        add("concern/" + reply, read(WorkKind.CONCERN, reply, line, patients, urgency, categories, reasons, now));
    }

    /** An old reply that is CRISIS by the rules of now, and wakes nobody. Closing it lets go what the finding holds. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lateFinding(
            ReplyId reply,
            LineId line,
            List<PatientId> patients,
            List<String> categories,
            List<String> reasons,
            Instant now) {
        add(
                "late-finding/" + reply,
                read(WorkKind.LATE_FINDING, reply, line, patients, Urgency.SOON, categories, reasons, now));
    }

    private WorkItem read(
            WorkKind kind,
            ReplyId reply,
            LineId line,
            List<PatientId> patients,
            Urgency urgency,
            List<String> categories,
            List<String> reasons,
            Instant now) {
        return new WorkItem(
                UUID.randomUUID(),
                kind,
                categories.isEmpty() ? "UNCLEAR" : categories.getFirst(),
                line,
                patients,
                reply,
                null,
                null,
                urgency,
                categories,
                reasons,
                now,
                dueTimes.ofConcern(urgency, now),
                null,
                null,
                null);
    }

    /** Routine replies wait too long for a reader: one item at a time, however many they are. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void readThrough(UUID told, String reason, Instant now) {
        if (items.isOpen(WorkKind.READ_THROUGH)) {
            return;
        }
        add(
                "read-through/" + told,
                new WorkItem(
                        UUID.randomUUID(),
                        WorkKind.READ_THROUGH,
                        "ROUTINE_REPLIES",
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(reason),
                        now,
                        dueTimes.of(WorkKind.READ_THROUGH, now),
                        null,
                        null,
                        null));
    }

    /** A kept hold comes up again at its date. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keptHold(Hold hold, EscalationId escalation, Instant now) {
        var due = hold.until() == null ? dueTimes.of(WorkKind.KEPT_HOLD, now) : hold.until();
        var item = simple(
                WorkKind.KEPT_HOLD,
                "KEPT_HOLD",
                hold.lineId(),
                hold.patientIds(),
                null,
                hold.id(),
                escalation,
                now,
                due);
        add("hold/" + hold.id() + "/" + now, item);
    }

    /** A second person looks at one ending. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID review(
            EscalationId escalation, LineId line, List<PatientId> patients, String disposition, Instant now) {
        var due = dueTimes.of(WorkKind.REVIEW, now);
        var item = simple(WorkKind.REVIEW, disposition, line, patients, null, null, escalation, now, due);
        add("review/" + item.id(), item);
        return item.id();
    }

    /** A second person looks at all that was ended without risk on this day: the batch that is open, or a new one. The caller keeps others from asking meanwhile. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID reviewOfTheDay(Instant now) {
        var due = dueTimes.of(WorkKind.REVIEW, now);
        return items.openBatch(NO_RISK, due).orElseGet(() -> {
            var item = simple(WorkKind.REVIEW, NO_RISK, null, List.of(), null, null, null, now, due);
            add("review/" + item.id(), item);
            return item.id();
        });
    }

    /** Every ending in it has been looked at. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reviewed(UUID item, StaffId by, Instant now) {
        items.lock(item).filter(found -> found.closedBy() == null).ifPresent(found -> finish(found, by, "", now));
    }

    /** Somebody speaks with each patient again, a day and three days after their case; a later case moves the pair. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void followUps(EscalationId escalation, LineId line, List<PatientId> patients, Instant now) {
        var each = patients.isEmpty()
                ? List.of(List.<PatientId>of())
                : patients.stream().map(List::of).toList();
        each.forEach(of -> FollowUpTimes.SPANS.forEach((topic, span) -> {
            var due = followUpTimes.due(span, now);
            var item = simple(WorkKind.FOLLOW_UP, topic, line, of, null, null, escalation, now, due);
            record(item, items.putFollowUp("follow-up/" + item.id(), item) ? "WorkItemAdded" : "WorkItemMoved");
        }));
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
            record(now, by.value(), item, "ContactTried");
        }
        return new Contacting.Logged(item);
    }

    /** Holds that have lasted for long. */
    @Transactional(propagation = Propagation.MANDATORY)
    void longHolds(String subject, int holds, Instant now) {
        var reason = holds == 1
                ? "1 phone has been held for more than three days."
                : holds + " phones have been held for more than three days.";
        add(
                subject,
                new WorkItem(
                        UUID.randomUUID(),
                        WorkKind.LONG_HOLDS,
                        "HOLDS",
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(reason),
                        now,
                        dueTimes.of(WorkKind.LONG_HOLDS, now),
                        null,
                        null,
                        null));
    }

    /** What was agreed with a patient when the case was resolved. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void nextContact(
            EscalationId escalation,
            LineId line,
            List<PatientId> patients,
            String disposition,
            Instant due,
            Instant now) {
        var item = simple(WorkKind.NEXT_CONTACT, disposition, line, patients, null, null, escalation, now, due);
        add("next-contact/" + escalation + "/" + now, item);
    }

    /** What a patient asked for. Where an approved text answers it, it is there, and done. */
    @Transactional(propagation = Propagation.MANDATORY)
    void request(
            UUID request, PatientId patient, ReplyId reply, String topic, @Nullable StaffId answeredBy, Instant now) {
        var due = dueTimes.of(WorkKind.REQUEST, now);
        var item = simple(WorkKind.REQUEST, topic, null, List.of(patient), reply, null, null, now, due);
        if (answeredBy == null) {
            add("request/" + request, item);
        } else if (items.add("request/" + request, item.saying(List.of(ANSWERED_BY_FIXED_TEXT)))) {
            record(item, "WorkItemAdded");
            items.close(item.id(), answeredBy, ANSWERED_BY_FIXED_TEXT, now);
            record(now, Facts.MACHINE, item, "WorkItemAnsweredByFixedText");
        }
    }

    /** A patient who misses several check-ins is one row that says which. */
    @Transactional(propagation = Propagation.MANDATORY)
    void missedCheckIn(PatientId patient, String touchpoint, Instant now) {
        oneRowAPatient(
                WorkKind.MISSED_CHECK_IN,
                touchpoint,
                patient,
                null,
                List.of("Did not answer " + touchpoint + " (" + site.wallClockWithDay(now)
                        + "). Silence is not evidence of safety."),
                now);
    }

    /** A patient whose scores are low or fall is one row that says what was found. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lowMood(PatientId patient, ReplyId reply, List<String> rules, Instant now) {
        var found = rules.stream()
                .map(rule -> LowMoodWords.of(rule) + " (" + site.wallClockWithDay(now) + ").")
                .toList();
        oneRowAPatient(WorkKind.LOW_MOOD, rules.getFirst(), patient, reply, found, now);
    }

    /** What no text could do for a patient. */
    @Transactional(propagation = Propagation.MANDATORY)
    void askInPerson(
            UUID task, PatientId patient, String touchpoint, String reason, @Nullable ReplyId reply, Instant now) {
        var due = dueTimes.of(WorkKind.ASK_IN_PERSON, now);
        var item = simple(WorkKind.ASK_IN_PERSON, touchpoint, null, List.of(patient), reply, null, null, now, due);
        add("ask/" + task, item.saying(List.of(AskInPersonWords.of(touchpoint, reason))));
    }

    private void oneRowAPatient(
            WorkKind kind,
            String topic,
            PatientId patient,
            @Nullable ReplyId reply,
            List<String> reasons,
            Instant now) {
        facts.lockSubjects(List.of(), List.of(patient));
        var due = dueTimes.of(kind, now);
        var item = simple(kind, topic, null, List.of(patient), reply, null, null, now, due)
                .saying(reasons);
        items.join(kind, patient, reasons)
                .ifPresentOrElse(
                        joined -> record(now, Facts.MACHINE, joined, "WorkItemJoined"),
                        () -> add(kind + "/" + item.id(), item));
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
        facts.record(
                now,
                by.value(),
                "WorkItemAssigned",
                "work-item/" + id,
                Map.of("kind", item.kind().name(), "owner", owner == null ? FRONT_DESK : owner.value()));
        return new Assigning.Assigned();
    }

    /** What a journey asks of people; a prompt is due at once, and words to approve by the end of their window. */
    @Transactional(propagation = Propagation.MANDATORY)
    void staffPrompt(TouchpointForStaff prompt, Instant now) {
        var due = prompt.cause() == StaffCause.APPROVAL ? prompt.dueBy() : dueTimes.of(WorkKind.STAFF_PROMPT, now);
        add(
                "staff/" + prompt.cause() + "/" + prompt.touchpointId(),
                new WorkItem(
                        UUID.randomUUID(),
                        WorkKind.STAFF_PROMPT,
                        prompt.touchpoint(),
                        null,
                        List.of(prompt.patientId()),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(StaffPromptWords.of(prompt)),
                        now,
                        due,
                        null,
                        null,
                        null));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void undelivered(String message, PatientId patient, LineId line, String touchpoint, Instant now) {
        var due = dueTimes.of(WorkKind.UNDELIVERED, now);
        var item = simple(WorkKind.UNDELIVERED, touchpoint, line, List.of(patient), null, null, null, now, due);
        add("undelivered/" + message, item);
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
        facts.record(
                now,
                by.value(),
                "WorkItemReopened",
                "work-item/" + id,
                Map.of("kind", item.kind().name()));
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
        record(now, by.value(), item, "WorkItemClosed");
    }

    private void record(Instant now, String who, WorkItem item, String what) {
        facts.record(
                now,
                who,
                what,
                "work-item/" + item.id(),
                Map.of("kind", item.kind().name()));
    }

    private void add(String subject, WorkItem item) {
        if (items.add(subject, item)) {
            record(item, "WorkItemAdded");
        }
    }

    private void record(WorkItem item, String what) {
        facts.record(
                item.createdAt(),
                Facts.MACHINE,
                what,
                "work-item/" + item.id(),
                Map.of(
                        "kind",
                        item.kind().name(),
                        "topic",
                        item.topic(),
                        "dueAt",
                        item.dueAt().toString()));
    }

    private static WorkItem simple(
            WorkKind kind,
            String topic,
            @Nullable LineId line,
            List<PatientId> patients,
            @Nullable ReplyId reply,
            @Nullable HoldId hold,
            @Nullable EscalationId escalation,
            Instant now,
            Instant due) {
        return new WorkItem(
                UUID.randomUUID(),
                kind,
                topic,
                line,
                patients,
                reply,
                hold,
                escalation,
                null,
                List.of(),
                kind.reasons(topic),
                now,
                due,
                null,
                null,
                null);
    }
}
