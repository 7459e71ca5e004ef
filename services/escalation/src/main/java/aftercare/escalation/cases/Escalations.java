package aftercare.escalation.cases;

import aftercare.escalation.cases.CaseState.Acknowledged;
import aftercare.escalation.cases.CaseState.Open;
import aftercare.escalation.cases.CaseState.Resolved;
import aftercare.escalation.cases.Taking.AlreadyResolved;
import aftercare.escalation.cases.Taking.AlreadyTaken;
import aftercare.escalation.cases.Taking.AlreadyYours;
import aftercare.escalation.cases.Taking.NoSuchCase;
import aftercare.escalation.cases.Taking.Taken;
import aftercare.escalation.cases.Taking.TakenOver;
import aftercare.escalation.facts.Facts;
import aftercare.escalation.holds.Holds;
import aftercare.escalation.worklist.WorkList;
import aftercare.platform.clock.Attention;
import aftercare.schemas.EscalationId;
import aftercare.schemas.LineId;
import aftercare.schemas.StaffId;
import aftercare.schemas.escalation.AckChannel;
import aftercare.schemas.escalation.Cause;
import aftercare.schemas.escalation.EscalationFact;
import aftercare.schemas.escalation.EscalationJoined;
import aftercare.schemas.escalation.EscalationOpened;
import aftercare.schemas.escalation.Reassigned;
import aftercare.schemas.escalation.Reopened;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every deed done to a case. Each is one transaction with the case's row locked, and safe to do twice. */
@Service
public class Escalations {
    private static final StaffId MACHINE = new StaffId(Facts.MACHINE);

    private final Cases cases;
    private final Findings findings;
    private final CaseHistory history;
    private final Holds holds;
    private final WorkList workList;
    private final Facts facts;
    private final Pager pager;
    private final Attention attention;

    Escalations(
            Cases cases,
            Findings findings,
            CaseHistory history,
            Holds holds,
            WorkList workList,
            Facts facts,
            Pager pager,
            Attention attention) {
        this.cases = cases;
        this.findings = findings;
        this.history = history;
        this.holds = holds;
        this.workList = workList;
        this.facts = facts;
        this.pager = pager;
        this.attention = attention;
    }

    /** Opens a case for what was found in a reply, or joins the one that is open on its line (S3). */
    @Transactional(propagation = Propagation.MANDATORY)
    void escalate(Found found, Instant now) {
        facts.lockLines(List.of(found.lineId()));
        escalateLocked(found, now);
    }

    /** Somebody who has read a reply says that it needs a human now; however often it was before one, that is heard (S3). */
    @Transactional(propagation = Propagation.MANDATORY)
    void escalateFlagged(Found flagged, Instant now) {
        facts.lockLines(List.of(flagged.lineId()));
        if (isNews(flagged)) {
            escalateLocked(flagged, now);
            return;
        }
        var open = cases.lockUnresolvedOn(flagged.lineId());
        if (open.filter(unresolved -> speaksOf(unresolved, flagged)).isPresent()) {
            history.note(open.get().id(), now, flagged.by(), "ReplyFlagged", why(flagged));
        } else {
            openOrJoin(flagged.as(Cause.STAFF), now);
        }
    }

    /** Whether a case that is not resolved speaks of this very reply. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean isInOpenCase(Found found) {
        facts.lockLines(List.of(found.lineId()));
        return cases.lockUnresolvedOn(found.lineId())
                .filter(unresolved -> speaksOf(unresolved, found))
                .isPresent();
    }

    private boolean speaksOf(Case unresolved, Found found) {
        return findings.repliesOf(unresolved.id()).contains(found.replyId());
    }

    /** Every reply that nobody could screen in time comes before a human; those of one look become one page (S2). */
    @Transactional
    public void escalateUnscreened(List<Overdue> replies, Instant now) {
        var known = findings.known(replies.stream().map(Overdue::replyId).toList());
        var fresh = replies.stream()
                .filter(reply -> !known.contains(reply.replyId()))
                .toList();
        facts.lockLines(fresh.stream().map(Overdue::lineId).toList());
        facts.lockKeys(fresh.stream()
                .map(reply -> Facts.key(reply.patientIds(), reply.lineId()))
                .toList());
        fresh.forEach(reply -> escalateLocked(Found.unscreened(reply), now));
    }

    /** Whether a case that is not resolved already speaks of this reply; a lesser verdict on it is added to the case. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean isBeforeAHuman(Found lesser, Instant now) {
        facts.lockLines(List.of(lesser.lineId()));
        var open = cases.lockUnresolvedOn(lesser.lineId()).filter(unresolved -> speaksOf(unresolved, lesser));
        open.ifPresent(
                unresolved -> history.note(unresolved.id(), now, "service:screening", "ReplyScreened", why(lesser)));
        return open.isPresent();
    }

    private void escalateLocked(Found found, Instant now) {
        if (isNews(found)) {
            openOrJoin(found, now);
        }
    }

    /** Whether the reply has not been before a human for a cause as grave. */
    private boolean isNews(Found found) {
        var earlier = findings.causesOf(found.replyId());
        var alreadyBeforeAHuman =
                !earlier.isEmpty() && earlier.stream().noneMatch(cause -> Causes.isHigher(found.cause(), cause));
        return !alreadyBeforeAHuman && !earlier.contains(found.cause());
    }

    private void openOrJoin(Found found, Instant now) {
        cases.lockUnresolvedOn(found.lineId()).ifPresentOrElse(open -> join(open, found, now), () -> open(found, now));
    }

    private void open(Found found, Instant now) {
        var opened = new Case(
                EscalationId.random(),
                found.lineId(),
                found.patientIds(),
                found.cause(),
                cases.nextCode(),
                now,
                new Open());
        cases.insert(opened, found.lateRun());
        findings.add(opened.id(), found, now);
        var event = new EscalationOpened(
                opened.id(),
                opened.lineId(),
                opened.patientIds(),
                opened.cause(),
                List.of(found.replyId()),
                found.categories(),
                now);
        history.tell(opened, event, found.by(), why(found));
        holds.placeFor(opened.id(), opened.lineId(), opened.patientIds(), MACHINE, now);
        pager.seek(opened, now);
        Facts.afterCommit(attention::call);
    }

    private void join(Case open, Found found, Instant now) {
        var joined = open.joinedBy(found.cause(), found.patientIds());
        cases.join(joined, found.lateRun() == null);
        findings.add(joined.id(), found, now);
        var event = new EscalationJoined(
                joined.id(),
                joined.lineId(),
                joined.patientIds(),
                found.cause(),
                found.replyId(),
                found.categories(),
                now);
        history.tell(joined, event, found.by(), why(found));
        pager.joined(joined, Causes.isHigher(found.cause(), open.cause()), now);
    }

    /** Somebody takes a case. Of several at once, one gets it. */
    @Transactional
    public Taking acknowledge(EscalationId id, StaffId who, AckChannel via, Instant now) {
        var found = cases.lock(id);
        if (found.isEmpty()) {
            return new NoSuchCase();
        }
        var taking = found.get().state().take(who, now);
        switch (taking) {
            case Taken(var state) -> settle(found.get().in(state), acknowledged(found.get(), who, via, now), who, now);
            case TakenOver(var from, var state) -> {
                var passed = found.get().in(state);
                settle(passed, new Reassigned(id, from, who, now), who, now);
            }
            case AlreadyYours(var state, var wasQuiet) -> {
                if (wasQuiet) {
                    cases.move(found.get().in(state));
                }
                pager.accompany(found.get().in(state), now);
                history.note(id, now, who.value(), "StillOnIt", Map.of("via", via.name()));
            }
            case AlreadyTaken ignored -> history.note(id, now, who.value(), "TriedToTake", Map.of("via", via.name()));
            case AlreadyResolved ignored -> {}
            case NoSuchCase ignored -> {}
        }
        return taking;
    }

    private static aftercare.schemas.escalation.Acknowledged acknowledged(
            Case taken, StaffId who, AckChannel via, Instant now) {
        return new aftercare.schemas.escalation.Acknowledged(taken.id(), who, via, now);
    }

    private void settle(Case taken, EscalationFact fact, StaffId who, Instant now) {
        cases.move(taken);
        history.tell(taken, fact, who.value(), Map.of());
        pager.accompany(taken, now);
    }

    /** Its owner went quiet: on-call is paged again, and another may take it over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Case lapse(Case quiet, Instant now) {
        var lapsed = quiet.in(quiet.state().lapse());
        cases.move(lapsed);
        history.note(lapsed.id(), now, Facts.MACHINE, "WentQuiet", Map.of());
        return lapsed;
    }

    /** Somebody writes down what they did. The owner's own deed shows that they are on it. */
    @Transactional
    Noting note(EscalationId id, StaffId who, NoteKind kind, String words, Instant now) {
        var found = cases.lock(id);
        if (found.isEmpty()) {
            return Noting.NO_SUCH_CASE;
        }
        history.write(id, now, who.value(), kind, words);
        if (found.get().state() instanceof Acknowledged(var by, var at, var lapsed) && by.equals(who)) {
            var worked = found.get().in(found.get().state().worked(who));
            cases.move(worked);
            pager.accompany(worked, now);
        }
        return Noting.NOTED;
    }

    enum Noting {
        NOTED,
        NO_SUCH_CASE
    }

    /** A human ends a case and says what becomes of the hold. Whoever resolves a case that nobody had taken takes it first. */
    @Transactional
    Ending resolve(EscalationId id, Resolution resolution, StaffId who, Instant now) {
        var refusal = resolution.refusal(now);
        if (refusal.isPresent()) {
            return new Ending.Refused(refusal.get());
        }
        var found = cases.lock(id);
        if (found.isEmpty()) {
            return new Ending.NoSuchCase();
        }
        return switch (found.get().state()) {
            case Resolved(var by, var at) -> new Ending.AlreadyResolved(by, at);
            case Open() -> {
                var taken = found.get().in(new Acknowledged(who, now, false));
                settle(taken, acknowledged(taken, who, AckChannel.CONSOLE, now), who, now);
                yield end(taken, resolution, who, now);
            }
            case Acknowledged ignored -> end(found.get(), resolution, who, now);
        };
    }

    private Ending end(Case taken, Resolution resolution, StaffId who, Instant now) {
        var ended = taken.in(new Resolved(who, now));
        cases.resolve(ended.id(), new Resolved(who, now), resolution);
        history.write(ended.id(), now, who.value(), NoteKind.RESOLVED, resolution.note());
        var disposition = resolution.disposition().name();
        var event = new aftercare.schemas.escalation.Resolved(
                ended.id(),
                ended.lineId(),
                ended.patientIds(),
                who,
                disposition,
                resolution.hold(),
                resolution.holdUntil(),
                now);
        history.tell(
                ended,
                event,
                who.value(),
                Map.of("disposition", disposition, "hold", resolution.hold().name()));
        settleHold(ended, resolution, who, now);
        var next = resolution.nextContactAt();
        if (next != null) {
            workList.nextContact(ended.id(), ended.lineId(), ended.patientIds(), disposition, next, now);
        }
        pager.leave(ended.id());
        return new Ending.Ended();
    }

    private void settleHold(Case ended, Resolution resolution, StaffId who, Instant now) {
        var replies = findings.repliesOf(ended.id());
        switch (resolution.hold()) {
            case RELEASE -> holds.end(ended.id(), replies, false, who, now);
            case CANCEL -> holds.end(ended.id(), replies, true, who, now);
            case KEEP -> {
                var hold = holds.keep(ended.id(), replies, resolution.holdUntil(), who, now);
                workList.keptHold(hold, ended.id(), ended.lineId(), ended.patientIds(), resolution.holdUntil(), now);
            }
        }
    }

    /** A human opens a resolved case again: it is held and paged as if it were new. */
    @Transactional
    Reopening reopen(EscalationId id, String reason, StaffId who, Instant now) {
        var line = cases.find(id).map(Case::lineId);
        if (line.isEmpty()) {
            return new Reopening.NoSuchCase();
        }
        facts.lockLines(List.of(line.get()));
        var found = cases.lock(id).orElseThrow();
        if (!found.state().isResolved()) {
            return new Reopening.NotResolved();
        }
        var other = otherOn(line.get());
        if (other.isPresent()) {
            return new Reopening.AnotherIsOpen(other.get());
        }
        var reopened = found.in(new Open());
        cases.move(reopened);
        history.write(id, now, who.value(), NoteKind.REOPENED, reason);
        history.tell(
                reopened, new Reopened(id, reopened.lineId(), reopened.patientIds(), who, now), who.value(), Map.of());
        holds.placeFor(id, reopened.lineId(), reopened.patientIds(), who, now);
        pager.seek(reopened, now);
        Facts.afterCommit(attention::call);
        return new Reopening.Reopened();
    }

    private Optional<Case> otherOn(LineId line) {
        return cases.lockUnresolvedOn(line);
    }

    private static Map<String, String> why(Found found) {
        return Map.of(
                "cause", found.cause().name(),
                "reply", found.replyId().toString(),
                "categories", String.join(",", found.categories()),
                "reasons", String.join("; ", found.reasons()),
                "versions", found.versions());
    }
}
