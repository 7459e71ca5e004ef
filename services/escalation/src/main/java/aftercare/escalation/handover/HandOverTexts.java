package aftercare.escalation.handover;

import aftercare.escalation.cases.Cases;
import aftercare.escalation.handover.HandOvers.Look;
import aftercare.escalation.handover.Passing.Begins;
import aftercare.escalation.handover.Passing.Ends;
import aftercare.escalation.handover.Passing.Nothing;
import aftercare.escalation.handover.Passing.Passes;
import aftercare.escalation.handover.Passing.Stays;
import aftercare.escalation.oncall.ContactKind;
import aftercare.escalation.oncall.Contacts;
import aftercare.escalation.oncall.StaffRoster;
import aftercare.escalation.oncall.rotations.RotaChanged;
import aftercare.escalation.oncall.rotations.Rotations;
import aftercare.escalation.oncall.rotations.Schedule;
import aftercare.escalation.oncall.rotations.SwapRequested;
import aftercare.escalation.paging.Dispatches;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import aftercare.schemas.StaffId;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends the texts of a hand-over in the transaction that notes them as told. */
@Service
class HandOverTexts {
    private static final Duration AHEAD = Duration.ofDays(63);
    private static final int BATCH = 20;

    private final HandOvers handOvers;
    private final Rotations rotations;
    private final Cases cases;
    private final StaffRoster roster;
    private final Contacts contacts;
    private final Dispatches texts;
    private final HandOverWords words;
    private final HandOverPolicy policy;
    private final ClinicClock clock;
    private final MachineClock machineClock;

    HandOverTexts(
            HandOvers handOvers,
            Rotations rotations,
            Cases cases,
            StaffRoster roster,
            Contacts contacts,
            Dispatches texts,
            HandOverWords words,
            HandOverSettings settings,
            ClinicClock clock,
            MachineClock machineClock) {
        this.handOvers = handOvers;
        this.rotations = rotations;
        this.cases = cases;
        this.roster = roster;
        this.contacts = contacts;
        this.texts = texts;
        this.words = words;
        this.policy = new HandOverPolicy(settings.nightFrom(), settings.nightUntil());
        this.clock = clock;
        this.machineClock = machineClock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RotaChanged changed) {
        handOvers.lookNow(changed.now());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(SwapRequested swap) {
        tell(swap.asked(), words.swapRequested(roster.calledName(swap.asking())));
    }

    @Transactional
    public int tellDue() {
        var now = clock.instant();
        var due = handOvers.lockDue(now, BATCH);
        if (!due.isEmpty()) {
            var schedules = rotations.schedules(now, now.plus(AHEAD));
            due.forEach(look -> schedules.stream()
                    .filter(schedule -> schedule.rotation().id().equals(look.rotation()))
                    .forEach(schedule -> look(look, schedule, now)));
        }
        return due.size();
    }

    private void look(Look look, Schedule schedule, Instant now) {
        var has = schedule.at(now).who();
        var toldAt = look.toldAt();
        var newTurn = toldAt != null && toldAt.isBefore(schedule.turnBegan(now));
        var zone = schedule.rotation().zone();
        tell(policy.decide(look.told(), has, newTurn, now, zone), schedule, now);
        handOvers.told(look.rotation(), has, now, schedule.changesNext(now, now.plus(AHEAD)));
    }

    private void tell(Passing passing, Schedule schedule, Instant now) {
        var rotation = schedule.rotation().name();
        var open = cases.unresolvedCodes();
        switch (passing) {
            case Nothing() -> {}
            case Stays(var who) -> tell(who, words.stays(rotation, schedule.endOfRun(now, now.plus(AHEAD)), open, now));
            case Begins(var incoming) ->
                tell(incoming, words.begins(rotation, schedule.endOfRun(now, now.plus(AHEAD)), open, now));
            case Passes(var outgoing, var incoming) -> {
                tell(incoming, words.begins(rotation, schedule.endOfRun(now, now.plus(AHEAD)), open, now));
                tell(outgoing, words.ends(rotation, roster.calledName(incoming), open));
            }
            case Ends(var outgoing) -> tell(outgoing, words.endsWithNobody(rotation, open));
        }
    }

    /** To a verified number only: one that is not may be a stranger's. */
    private void tell(StaffId staff, String what) {
        contacts.of(staff, ContactKind.SMS).ifPresent(number -> texts.notice(staff, what, machineClock.instant()));
    }
}
