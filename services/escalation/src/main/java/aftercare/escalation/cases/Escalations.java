package aftercare.escalation.cases;

import aftercare.escalation.cases.CaseState.Acknowledged;
import aftercare.escalation.cases.CaseState.Open;
import aftercare.escalation.cases.Ownership.Passing;
import aftercare.escalation.cases.Taking.AlreadyResolved;
import aftercare.escalation.cases.Taking.AlreadyTaken;
import aftercare.escalation.cases.Taking.AlreadyYours;
import aftercare.escalation.cases.Taking.NoSuchCase;
import aftercare.escalation.cases.Taking.Taken;
import aftercare.escalation.cases.Taking.TakenOver;
import aftercare.escalation.facts.Facts;
import aftercare.escalation.holds.Holds;
import aftercare.platform.clock.Attention;
import aftercare.schemas.EscalationId;
import aftercare.schemas.StaffId;
import aftercare.schemas.escalation.AckChannel;
import aftercare.schemas.escalation.Cause;
import aftercare.schemas.escalation.EscalationJoined;
import aftercare.schemas.escalation.EscalationOpened;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How cases come to be, grow, and find an owner. Each deed is one transaction with the case's row locked, and safe to do twice. */
@Service
public class Escalations {
    private static final StaffId MACHINE = new StaffId(Facts.MACHINE);

    private final Cases cases;
    private final Findings findings;
    private final CaseHistory history;
    private final Holds holds;
    private final Ownership ownership;
    private final Facts facts;
    private final Pager pager;
    private final Rehearsals rehearsals;
    private final Attention attention;

    Escalations(
            Cases cases,
            Findings findings,
            CaseHistory history,
            Holds holds,
            Ownership ownership,
            Facts facts,
            Pager pager,
            Rehearsals rehearsals,
            Attention attention) {
        this.cases = cases;
        this.findings = findings;
        this.history = history;
        this.holds = holds;
        this.ownership = ownership;
        this.facts = facts;
        this.pager = pager;
        this.rehearsals = rehearsals;
        this.attention = attention;
    }

    /** Opens a case for what was found in a reply, or joins the one that is open for its line or its patients (S3). */
    @Transactional(propagation = Propagation.MANDATORY)
    void escalate(Found found, Instant now) {
        lockSubjects(found);
        escalateLocked(found, now);
    }

    /** Somebody who has read a reply says that it needs a human now; however often it was before one, that is heard (S3). */
    @Transactional(propagation = Propagation.MANDATORY)
    void escalateFlagged(Found flagged, Instant now) {
        lockSubjects(flagged);
        if (isNews(flagged)) {
            escalateLocked(flagged, now);
            return;
        }
        openCaseThatSpeaksOf(flagged)
                .ifPresentOrElse(
                        open -> history.note(open.id(), now, flagged.by(), "ReplyFlagged", why(flagged)),
                        () -> openOrJoin(flagged.as(Cause.STAFF), now));
    }

    private void lockSubjects(Found found) {
        facts.lockSubjects(List.of(found.lineId()), found.patientIds());
    }

    /** Whether a case that is not resolved speaks of this very reply. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean isInOpenCase(Found found) {
        lockSubjects(found);
        return openCaseThatSpeaksOf(found).isPresent();
    }

    private Optional<Case> openCaseThatSpeaksOf(Found found) {
        return unresolvedAbout(found).stream()
                .filter(unresolved -> speaksOf(unresolved, found))
                .findFirst();
    }

    /** A patient's reply never joins an exercise, nor the other way round. */
    private List<Case> unresolvedAbout(Found found) {
        var origin = originOf(found);
        return cases.lockUnresolvedAbout(List.of(found.lineId()), found.patientIds()).stream()
                .filter(unresolved -> unresolved.origin() == origin)
                .toList();
    }

    private Origin originOf(Found found) {
        return rehearsals.originOf(found.lineId(), found.patientIds());
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
        var lines = fresh.stream().map(Overdue::lineId).toList();
        var patients =
                fresh.stream().flatMap(reply -> reply.patientIds().stream()).toList();
        facts.lockSubjects(lines, patients);
        cases.lockUnresolvedAbout(lines, patients);
        facts.lockKeys(fresh.stream()
                .map(reply -> Facts.key(reply.patientIds(), reply.lineId()))
                .toList());
        fresh.forEach(reply -> escalateLocked(Found.unscreened(reply), now));
    }

    /** Whether a case that is not resolved already speaks of this reply; a lesser verdict on it is added to the case. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean isBeforeAHuman(Found lesser, Instant now) {
        lockSubjects(lesser);
        var open = openCaseThatSpeaksOf(lesser);
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
        JoiningRule.choose(unresolvedAbout(found), found.lineId())
                .ifPresentOrElse(open -> join(open, found, now), () -> open(found, now));
    }

    private void open(Found found, Instant now) {
        var opened = new Case(
                EscalationId.random(),
                List.of(found.lineId()),
                found.patientIds(),
                found.cause(),
                cases.nextCode(),
                now,
                new Open(),
                originOf(found));
        cases.insert(opened, found.lateRun());
        if (opened.origin() != Origin.PATIENT) {
            rehearsals.opened(opened);
        }
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
        if (opened.origin() != Origin.CANARY) {
            Facts.afterCommit(attention::call);
        }
    }

    private void join(Case open, Found found, Instant now) {
        var joined = open.joinedBy(found.cause(), found.lineId(), found.patientIds());
        cases.join(joined, found.lateRun() == null);
        findings.add(joined.id(), found, now);
        var event = new EscalationJoined(
                joined.id(),
                found.lineId(),
                joined.patientIds(),
                found.cause(),
                found.replyId(),
                found.categories(),
                now);
        history.tell(joined, event, found.by(), why(found));
        joined.lineIds().forEach(line -> holds.placeFor(joined.id(), line, joined.patientIds(), MACHINE, now));
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
            case Taken(var state) -> ownership.taken(found.get().in(state), who, via, now);
            case TakenOver(var from, var state) ->
                ownership.passed(
                        found.get().in(state), from, who, howPassed(found.get().state(), who), now);
            case AlreadyYours(var state, var wasQuiet) -> {
                stillYours(found.get().in(state), wasQuiet, now);
                history.note(id, now, who.value(), "StillOnIt", Map.of("via", via.name()));
            }
            case AlreadyTaken ignored -> history.note(id, now, who.value(), "TriedToTake", Map.of("via", via.name()));
            case AlreadyResolved ignored -> {}
            case NoSuchCase ignored -> {}
        }
        return taking;
    }

    private static Passing howPassed(CaseState before, StaffId to) {
        return before instanceof Acknowledged(var by, var at, var grip) && grip.isOfferedTo(to)
                ? Passing.OFFERED
                : Passing.WENT_QUIET;
    }

    private void stillYours(Case owned, boolean wasQuiet, Instant now) {
        if (wasQuiet) {
            cases.move(owned);
            pager.accompany(owned, now);
        } else {
            pager.stillOnIt(owned, now);
        }
    }

    /** Its owner went quiet: on-call is paged again, and another may take it over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Case lapse(Case quiet, Instant now) {
        var lapsed = quiet.in(quiet.state().lapse());
        cases.move(lapsed);
        history.note(lapsed.id(), now, Facts.MACHINE, "WentQuiet", Map.of());
        return lapsed;
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
