package aftercare.escalation.worklist;

import aftercare.escalation.facts.Facts;
import aftercare.escalation.holds.Hold;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts work before humans. What they do with it is {@link WorkDeeds}. */
@Service
public class WorkList {
    private static final String NO_RISK = "NO_RISK_FOUND";
    private static final String ANSWERED_BY_FIXED_TEXT = "Answered by the approved fixed text about this.";

    private final WorkItems items;
    private final Facts facts;
    private final WorkJournal journal;
    private final DueTimes dueTimes;
    private final FollowUpTimes followUpTimes;
    private final Site site;

    WorkList(WorkItems items, Facts facts, StaffedHours hours, WorkListSettings settings, Site site) {
        this.items = items;
        this.facts = facts;
        this.journal = new WorkJournal(facts);
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

    /** Somebody speaks with each patient again, a day and three days after their case; a later case moves the pair. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void followUps(EscalationId escalation, LineId line, List<PatientId> patients, Instant now) {
        var each = patients.isEmpty()
                ? List.of(List.<PatientId>of())
                : patients.stream().map(List::of).toList();
        each.forEach(of -> FollowUpTimes.SPANS.forEach((topic, span) -> {
            var due = followUpTimes.due(span, now);
            var item = simple(WorkKind.FOLLOW_UP, topic, line, of, null, null, escalation, now, due);
            if (items.putFollowUp("follow-up/" + item.id(), item)) {
                journal.added(item);
            } else {
                journal.moved(item);
            }
        }));
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
            journal.added(item);
            items.close(item.id(), answeredBy, ANSWERED_BY_FIXED_TEXT, now);
            journal.done(item, "WorkItemAnsweredByFixedText", Facts.MACHINE, now);
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
                        joined -> journal.done(joined, "WorkItemJoined", Facts.MACHINE, now),
                        () -> add(kind + "/" + item.id(), item));
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

    private void add(String subject, WorkItem item) {
        if (items.add(subject, item)) {
            journal.added(item);
        }
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
