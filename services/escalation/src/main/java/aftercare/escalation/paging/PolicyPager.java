package aftercare.escalation.paging;

import aftercare.escalation.cases.Case;
import aftercare.escalation.cases.CaseState.Acknowledged;
import aftercare.escalation.cases.CaseState.Open;
import aftercare.escalation.cases.CaseState.Resolved;
import aftercare.escalation.cases.Pager;
import aftercare.escalation.oncall.OnCall;
import aftercare.escalation.paging.Pursuit.Climb;
import aftercare.escalation.paging.Pursuit.Remind;
import aftercare.platform.clock.MachineClock;
import aftercare.schemas.EscalationId;
import aftercare.schemas.StaffId;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Gets hold of humans by the policy. Each call leaves a row that says what is due next, committed with the deed. */
@Component
class PolicyPager implements Pager {
    private final Pursuits pursuits;
    private final Pages pages;
    private final OnCall onCall;
    private final PagingSettings settings;
    private final MachineClock machineClock;
    private final ApplicationEventPublisher events;

    PolicyPager(
            Pursuits pursuits,
            Pages pages,
            OnCall onCall,
            PagingSettings settings,
            MachineClock machineClock,
            ApplicationEventPublisher events) {
        this.pursuits = pursuits;
        this.pages = pages;
        this.onCall = onCall;
        this.settings = settings;
        this.machineClock = machineClock;
        this.events = events;
    }

    @Override
    public void seek(Case opened, Instant now) {
        pursuits.put(opened.id(), Climb.start(now));
        StaffTexts.ring(events);
    }

    @Override
    public void joined(Case joined, boolean raised, Instant now) {
        switch (joined.state()) {
            case Open() -> {
                if (raised) {
                    pageAgain(joined, now);
                }
            }
            case Acknowledged(var by, var at, var lapsed) -> page(joined.id(), by, PageKind.JOINED, 0, 0, now);
            case Resolved resolved -> throw new IllegalStateException("A reply never joins a resolved case");
        }
        StaffTexts.ring(events);
    }

    private void pageAgain(Case raised, Instant now) {
        if (pursuits.of(raised.id()).orElse(null) instanceof Climb climb) {
            PagingPolicy.pagedSoFar(climb, onCall.at(now))
                    .forEach(staff -> page(
                            raised.id(), staff, PageKind.ALERT, climb.round(), Math.max(1, climb.step() - 1), now));
        }
    }

    void page(EscalationId id, StaffId staff, PageKind kind, int round, int step, Instant now) {
        if (kind == PageKind.ALERT || !pages.isWaiting(id, staff, kind)) {
            pages.add(id, staff, kind, round, step, now, machineClock.instant());
        }
    }

    @Override
    public void accompany(Case taken, Instant now) {
        pursuits.put(taken.id(), new Remind(0, now.plus(settings.remindAfter())));
    }

    @Override
    public void leave(EscalationId ended) {
        pursuits.remove(ended);
    }

    @Override
    public List<Seen> pagesOf(EscalationId id) {
        return pages.seen(id);
    }
}
