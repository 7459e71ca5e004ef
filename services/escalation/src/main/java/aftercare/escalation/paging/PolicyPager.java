package aftercare.escalation.paging;

import aftercare.escalation.cases.Case;
import aftercare.escalation.cases.CaseState.Acknowledged;
import aftercare.escalation.cases.CaseState.Open;
import aftercare.escalation.cases.CaseState.Resolved;
import aftercare.escalation.cases.Pager;
import aftercare.escalation.oncall.ContactKind;
import aftercare.escalation.oncall.Notification;
import aftercare.escalation.oncall.Rung;
import aftercare.escalation.paging.Pages.NewPage;
import aftercare.escalation.paging.Pursuit.Climb;
import aftercare.escalation.paging.Pursuit.Remind;
import aftercare.escalation.ways.PageKind;
import aftercare.platform.clock.MachineClock;
import aftercare.schemas.EscalationId;
import aftercare.schemas.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Gets hold of humans by the policy. Each call leaves a row that says what is due next, committed with the deed. */
@Component
class PolicyPager implements Pager {
    private final Pursuits pursuits;
    private final Pages pages;
    private final CaseLadder ladder;
    private final PageAddresses addresses;
    private final PagingSettings settings;
    private final MachineClock machineClock;
    private final ApplicationEventPublisher events;

    PolicyPager(
            Pursuits pursuits,
            Pages pages,
            CaseLadder ladder,
            PageAddresses addresses,
            PagingSettings settings,
            MachineClock machineClock,
            ApplicationEventPublisher events) {
        this.pursuits = pursuits;
        this.pages = pages;
        this.ladder = ladder;
        this.addresses = addresses;
        this.settings = settings;
        this.machineClock = machineClock;
        this.events = events;
    }

    @Override
    public void seek(Case opened, Instant now) {
        pursuits.put(opened.id(), Climb.start(now));
        Dispatches.ring(events);
    }

    @Override
    public void joined(Case joined, boolean raised, Instant now) {
        switch (joined.state()) {
            case Open() -> {
                if (raised) {
                    pageAgain(joined, now);
                }
            }
            case Acknowledged(var by, var at, var grip) -> {
                tellOwner(joined.id(), by, PageKind.JOINED, now);
                if (raised) {
                    answerSoon(joined.id(), now);
                }
            }
            case Resolved resolved -> throw new IllegalStateException("A reply never joins a resolved case");
        }
        Dispatches.ring(events);
    }

    private void answerSoon(EscalationId id, Instant now) {
        if (pursuits.of(id).orElse(null) instanceof Remind remind) {
            pursuits.put(id, remind.risen(settings.reminders(), settings.answerRisenWithin(), now));
        }
    }

    /** By the ways with which each rung began. */
    private void pageAgain(Case raised, Instant now) {
        if (pursuits.of(raised.id()).orElse(null) instanceof Climb climb) {
            var step = Math.max(1, climb.step() - 1);
            PagingPolicy.pagedSoFar(climb, ladder.of(raised, now)).stream()
                    .flatMap(rung -> rung.people().stream()
                            .flatMap(staff -> beginning(rung).map(by -> new Who(staff, by))))
                    .distinct()
                    .forEach(who ->
                            add(raised.id(), who.staffId(), who.way(), PageKind.ALERT, climb.round(), step, now, now));
        }
    }

    private static Stream<ContactKind> beginning(Rung rung) {
        var tries = rung.notifications();
        return tries.stream()
                .filter(notification ->
                        notification.after().equals(tries.getFirst().after()))
                .map(Notification::by);
    }

    private record Who(StaffId staffId, ContactKind way) {}

    /** Each person of the rung by each of its ways, when its time has come. */
    void page(EscalationId id, Rung rung, int round, int step, Instant now) {
        rung.people()
                .forEach(staff -> rung.notifications()
                        .forEach(notification -> add(
                                id,
                                staff,
                                notification.by(),
                                PageKind.ALERT,
                                round,
                                step,
                                now.plus(notification.after()),
                                now)));
    }

    /** Whoever has the case hears of it by the way that asks for an answer soonest. */
    void tellOwner(EscalationId id, StaffId owner, PageKind kind, Instant now) {
        if (!pages.isWaiting(id, owner, kind)) {
            var way = Stream.of(ContactKind.values())
                    .filter(kindOfWay -> addresses.of(owner, kindOfWay).isPresent())
                    .findFirst()
                    .orElse(ContactKind.SMS);
            add(id, owner, way, kind, 0, 0, now, now);
        }
    }

    private void add(
            EscalationId id,
            StaffId staff,
            ContactKind way,
            PageKind kind,
            int round,
            int step,
            Instant dueAt,
            Instant now) {
        pages.add(new NewPage(id, staff, way, kind, round, step, dueAt), now, machineClock.instant());
    }

    @Override
    public void accompany(Case taken, Instant now) {
        pages.dropAlerts(taken.id());
        pursuits.put(taken.id(), Remind.start(settings.remindAfter(), now));
    }

    @Override
    public void stillOnIt(Case owned, Instant now) {
        if (pursuits.of(owned.id()).orElse(null) instanceof Remind remind) {
            pursuits.put(owned.id(), remind.push(settings.remindAfter(), now));
        }
    }

    @Override
    public void offer(Case owned, StaffId to, Instant now) {
        tellOwner(owned.id(), to, PageKind.OFFERED, now);
        Dispatches.ring(events);
    }

    @Override
    public void leave(EscalationId ended) {
        pages.dropAlerts(ended);
        pursuits.remove(ended);
    }

    @Override
    public List<Seen> pagesOf(EscalationId id) {
        return pages.seen(id);
    }
}
