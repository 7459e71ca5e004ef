package aftercare.escalation.cases;

import aftercare.escalation.cases.CaseState.Open;
import aftercare.escalation.cases.CaseState.Resolved;
import aftercare.escalation.cases.Reopening.AnotherIsOpen;
import aftercare.escalation.facts.Facts;
import aftercare.escalation.holds.Holds;
import aftercare.escalation.oncall.Notices;
import aftercare.escalation.oncall.StaffRoster;
import aftercare.escalation.worklist.WorkDeeds;
import aftercare.escalation.worklist.WorkList;
import aftercare.platform.clock.Attention;
import aftercare.schemas.EscalationId;
import aftercare.schemas.StaffId;
import aftercare.schemas.escalation.AckChannel;
import aftercare.schemas.escalation.HoldChoice;
import aftercare.schemas.escalation.Reopened;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How cases end, by one of two ways, and how they are opened again. A second person looks at every ending. */
@Service
class Endings {
    private final Cases cases;
    private final Findings findings;
    private final CaseHistory history;
    private final Holds holds;
    private final WorkList workList;
    private final WorkDeeds workDeeds;
    private final ReviewRequests reviews;
    private final Ownership ownership;
    private final Pager pager;
    private final Notices notices;
    private final StaffRoster roster;
    private final Facts facts;
    private final Attention attention;

    Endings(
            Cases cases,
            Findings findings,
            CaseHistory history,
            Holds holds,
            WorkList workList,
            WorkDeeds workDeeds,
            ReviewRequests reviews,
            Ownership ownership,
            Pager pager,
            Notices notices,
            StaffRoster roster,
            Facts facts,
            Attention attention) {
        this.cases = cases;
        this.findings = findings;
        this.history = history;
        this.holds = holds;
        this.workList = workList;
        this.workDeeds = workDeeds;
        this.reviews = reviews;
        this.ownership = ownership;
        this.pager = pager;
        this.notices = notices;
        this.roster = roster;
        this.facts = facts;
        this.attention = attention;
    }

    /** A human ends a case and says what becomes of the hold. Whoever ends a case that nobody had taken takes it first. */
    @Transactional
    Ending end(EscalationId id, WayOut out, StaffId who, Instant now) {
        var found = cases.lock(id);
        if (found.isEmpty()) {
            return new Ending.NoSuchCase();
        }
        if (found.get().state() instanceof Resolved(var by, var at)) {
            return new Ending.AlreadyResolved(by, at);
        }
        var refusal = refusal(id, out, now);
        if (refusal.isPresent()) {
            return new Ending.Refused(refusal.get());
        }
        settle(owned(found.get(), who, now), out, who, now);
        return new Ending.Ended();
    }

    private Optional<Resolution.Refusal> refusal(EscalationId id, WayOut out, Instant now) {
        return switch (out) {
            case NoRisk noRisk -> noRisk.refusal(now);
            case Resolution resolution -> resolution.refusal(now).or(() -> unknownOther(id, resolution));
            case Rehearsed ignored -> Optional.of(Resolution.Refusal.NOT_AN_ENDING);
        };
    }

    private Optional<Resolution.Refusal> unknownOther(EscalationId id, Resolution resolution) {
        var other = resolution.duplicateOf();
        return resolution.disposition() == Disposition.DUPLICATE && other != null && !cases.goesOn(other, id)
                ? Optional.of(Resolution.Refusal.UNKNOWN_OTHER_CASE)
                : Optional.empty();
    }

    private Case owned(Case found, StaffId who, Instant now) {
        return switch (found.state().take(who, now)) {
            case Taking.Taken(var state) -> {
                var taken = found.in(state);
                ownership.taken(taken, who, AckChannel.CONSOLE, now);
                yield taken;
            }
            case Taking.AlreadyTaken(var by, var at) -> {
                notices.tell(by, roster.calledName(who) + " has ended your case " + found.called() + ".");
                yield found;
            }
            case Taking.TakenOver(var from, var state) -> {
                notices.tell(from, roster.calledName(who) + " has ended your case " + found.called() + ".");
                yield found;
            }
            case Taking.AlreadyYours ignored -> found;
            case Taking.AlreadyResolved ignored -> throw new IllegalStateException("A case ends once");
            case Taking.NoSuchCase ignored -> throw new IllegalStateException("A state is always of a case");
        };
    }

    /** The run of an exercise is over. */
    void endRehearsed(Case rehearsed, Rehearsed out, Instant now) {
        settle(rehearsed, out, new StaffId(Facts.MACHINE), now);
    }

    private void settle(Case taken, WayOut out, StaffId who, Instant now) {
        var state = new Resolved(who, now);
        var ended = taken.in(state);
        cases.resolve(ended.id(), state, out);
        if (!out.note().isBlank()) {
            history.write(ended.id(), now, who.value(), NoteKind.RESOLVED, out.note());
        }
        history.tell(ended, resolved(ended, out, who, now), who.value(), why(out));
        settleHolds(ended, out, who, now);
        if (ended.origin() == Origin.PATIENT) {
            plan(ended, out, now);
            reviews.ask(ended, out, who, now);
        }
        pager.leave(ended.id());
    }

    private static aftercare.schemas.escalation.Resolved resolved(Case ended, WayOut out, StaffId who, Instant now) {
        return new aftercare.schemas.escalation.Resolved(
                ended.id(),
                ended.lineId(),
                ended.patientIds(),
                who,
                out.disposition().name(),
                holdOf(ended, out),
                out.holdUntil(),
                now);
    }

    private static Map<String, String> why(WayOut out) {
        var hold = out.hold().name();
        return switch (out) {
            case Rehearsed rehearsed ->
                Map.of("disposition", rehearsed.disposition().name(), "hold", hold);
            case NoRisk noRisk ->
                Map.of(
                        "disposition", noRisk.disposition().name(),
                        "reason", noRisk.reason().name(),
                        "restsOn", noRisk.restsOn().name(),
                        "hold", hold);
            case Resolution resolution ->
                Map.of(
                        "disposition",
                        resolution.disposition().name(),
                        "level",
                        resolution.level() == null ? "" : resolution.level().name(),
                        "hold",
                        hold);
        };
    }

    /** Nobody's phone stays held for an exercise, whatever was practised. */
    private static HoldChoice holdOf(Case ended, WayOut out) {
        return ended.origin() == Origin.PATIENT ? out.hold() : HoldChoice.RELEASE;
    }

    private void settleHolds(Case ended, WayOut out, StaffId who, Instant now) {
        var replies = findings.repliesOf(ended.id());
        switch (holdOf(ended, out)) {
            case RELEASE -> holds.end(ended.id(), replies, false, who, now);
            case CANCEL -> holds.end(ended.id(), replies, true, who, now);
            case KEEP ->
                holds.keep(ended.id(), replies, out.holdUntil(), who, now)
                        .forEach(hold -> workList.keptHold(hold, ended.id(), now));
        }
    }

    /** The contact that was agreed, and the pair of follow-ups; neither where nobody was at risk. */
    private void plan(Case ended, WayOut out, Instant now) {
        var disposition = out.disposition();
        var next = out.nextContactAt();
        if (next != null) {
            workList.nextContact(ended.id(), ended.lineId(), ended.patientIds(), disposition.name(), next, now);
        }
        if (disposition.needsNextContact()) {
            workList.followUps(ended.id(), ended.lineId(), ended.patientIds(), now);
        }
    }

    /** A human opens a resolved case again: it is held and paged as if it were new. */
    @Transactional
    Reopening reopen(EscalationId id, String reason, StaffId who, Instant now) {
        var known = cases.find(id);
        if (known.isEmpty()) {
            return new Reopening.NoSuchCase();
        }
        if (known.get().origin() != Origin.PATIENT) {
            return new Reopening.WasAnExercise();
        }
        facts.lockSubjects(known.get().lineIds(), known.get().patientIds());
        var others = cases
                .lockUnresolvedAbout(known.get().lineIds(), known.get().patientIds())
                .stream()
                .filter(other -> other.origin() == Origin.PATIENT)
                .toList();
        var found = cases.lock(id).orElseThrow();
        if (!found.state().isResolved()) {
            return new Reopening.NotResolved();
        }
        if (!others.isEmpty()) {
            return new AnotherIsOpen(others.getFirst());
        }
        open(found, reason, who, now);
        return new Reopening.Reopened();
    }

    private void open(Case resolved, String reason, StaffId who, Instant now) {
        var reopened = resolved.in(new Open());
        var id = reopened.id();
        cases.move(reopened);
        history.write(id, now, who.value(), NoteKind.REOPENED, reason);
        history.tell(
                reopened, new Reopened(id, reopened.lineId(), reopened.patientIds(), who, now), who.value(), Map.of());
        workDeeds.openedAgain(id, who, now);
        reviews.moot(id, who, now);
        reopened.lineIds().forEach(line -> holds.placeFor(id, line, reopened.patientIds(), who, now));
        pager.seek(reopened, now);
        Facts.afterCommit(attention::call);
    }
}
