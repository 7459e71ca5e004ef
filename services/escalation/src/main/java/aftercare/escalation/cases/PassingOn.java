package aftercare.escalation.cases;

import aftercare.escalation.cases.CaseState.Acknowledged;
import aftercare.escalation.cases.Declining.Declined;
import aftercare.escalation.cases.Offering.CannotTakeIt;
import aftercare.escalation.cases.Offering.Offered;
import aftercare.escalation.cases.Ownership.Passing;
import aftercare.escalation.cases.Taking.AlreadyResolved;
import aftercare.escalation.cases.Taking.AlreadyTaken;
import aftercare.escalation.cases.Taking.AlreadyYours;
import aftercare.escalation.cases.Taking.NoSuchCase;
import aftercare.escalation.cases.Taking.Taken;
import aftercare.escalation.cases.Taking.TakenOver;
import aftercare.escalation.facts.Facts;
import aftercare.escalation.oncall.Notices;
import aftercare.escalation.oncall.Staff;
import aftercare.escalation.oncall.StaffRoster;
import aftercare.schemas.EscalationId;
import aftercare.schemas.StaffId;
import aftercare.schemas.escalation.AckChannel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Passes a case from one human to another. At every instant one of them has it; each is told the outcome. */
@Service
class PassingOn {
    private static final int BATCH = 100;

    private final Cases cases;
    private final CaseHistory history;
    private final Ownership ownership;
    private final Pager pager;
    private final Notices notices;
    private final StaffRoster roster;
    private final OfferSettings settings;

    PassingOn(
            Cases cases,
            CaseHistory history,
            Ownership ownership,
            Pager pager,
            Notices notices,
            StaffRoster roster,
            OfferSettings settings) {
        this.cases = cases;
        this.history = history;
        this.ownership = ownership;
        this.pager = pager;
        this.notices = notices;
        this.roster = roster;
        this.settings = settings;
    }

    /** The owner asks a colleague to take a case. It stays the owner's, with their reminders, until that one takes it. */
    @Transactional
    Offering offer(EscalationId id, StaffId to, StaffId who, Instant now) {
        if (to.equals(who) || roster.find(to).filter(PassingOn::canBeAsked).isEmpty()) {
            return new CannotTakeIt(to);
        }
        var found = cases.lock(id);
        if (found.isEmpty()) {
            return new Offering.NoSuchCase();
        }
        var offering = found.get().state().offer(who, to, now);
        if (offering instanceof Offered(var state)) {
            var offered = found.get().in(state);
            cases.move(offered);
            history.note(id, now, who.value(), "Offered", Map.of("to", to.value()));
            pager.offer(offered, to, now);
        }
        return offering;
    }

    /** The colleague says no, and the owner hears of it; or the owner takes the offer back. */
    @Transactional
    Declining decline(EscalationId id, StaffId who, Instant now) {
        var found = cases.lock(id);
        if (found.isEmpty()) {
            return new Declining.NoSuchCase();
        }
        var declining = found.get().state().decline(who);
        if (declining instanceof Declined(var owner, var to, var state)) {
            var kept = found.get().in(state);
            cases.move(kept);
            var declined = who.equals(to);
            history.note(id, now, who.value(), declined ? "OfferDeclined" : "OfferTakenBack", Map.of("to", to.value()));
            if (declined) {
                notices.tell(
                        owner, roster.calledName(to) + " can't take case " + kept.called() + ": it is still yours.");
            }
        }
        return declining;
    }

    /** "I am on the phone with her now": becomes the owner and has a call logged, in one deed. */
    @Transactional
    Taking claim(EscalationId id, String words, StaffId who, Instant now) {
        var found = cases.lock(id);
        if (found.isEmpty()) {
            return new NoSuchCase();
        }
        var taking = found.get().state().claim(who, now);
        switch (taking) {
            case Taken(var state) -> {
                ownership.taken(found.get().in(state), who, AckChannel.CONSOLE, now);
                history.call(id, now, who.value(), CallOutcome.REACHED, words);
            }
            case TakenOver(var from, var state) -> {
                ownership.passed(found.get().in(state), from, who, Passing.ON_THE_PHONE, now);
                history.call(id, now, who.value(), CallOutcome.REACHED, words);
            }
            case AlreadyYours(var state, var wasQuiet) -> {
                cases.move(found.get().in(state));
                pager.accompany(found.get().in(state), now);
                history.call(id, now, who.value(), CallOutcome.REACHED, words);
            }
            case AlreadyTaken ignored -> history.note(id, now, who.value(), "TriedToClaim", Map.of());
            case AlreadyResolved ignored -> {}
            case NoSuchCase ignored -> {}
        }
        return taking;
    }

    /** Offers that nobody took in time: the case is the owner's alone again, and they are told. */
    @Transactional
    public int lapseOffers(Instant now) {
        var waited = cases.lockOfferedUntil(now.minus(settings.lapseAfter()), BATCH);
        waited.forEach(offered -> lapse(offered, now));
        return waited.size();
    }

    private void lapse(Case offered, Instant now) {
        if (offered.state() instanceof Acknowledged(var owner, var at, var grip) && grip.offer() != null) {
            var to = grip.offer().to();
            cases.move(offered.in(new Acknowledged(owner, at, grip.withoutOffer())));
            history.note(offered.id(), now, Facts.MACHINE, "OfferLapsed", Map.of("to", to.value()));
            notices.tell(
                    owner, roster.calledName(to) + " has not taken case " + offered.called() + ": it is still yours.");
        }
    }

    /** Those whom an owner could ask. */
    List<Staff> colleagues(StaffId who) {
        return roster.all().stream()
                .filter(PassingOn::canBeAsked)
                .filter(staff -> !staff.id().equals(who))
                .toList();
    }

    /** A page goes to them, and they may have a case. */
    private static boolean canBeAsked(Staff staff) {
        return staff.isClinician() && staff.number() != null;
    }
}
