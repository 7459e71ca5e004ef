package aftercare.escalation.paging;

import aftercare.escalation.alarms.AlarmKind;
import aftercare.escalation.alarms.Alarms;
import aftercare.escalation.cases.Case;
import aftercare.escalation.cases.CaseHistory;
import aftercare.escalation.cases.CaseState.Acknowledged;
import aftercare.escalation.cases.Cases;
import aftercare.escalation.cases.Escalations;
import aftercare.escalation.facts.Facts;
import aftercare.escalation.paging.Move.FindNobody;
import aftercare.escalation.paging.Move.LetLapse;
import aftercare.escalation.paging.Move.PageStep;
import aftercare.escalation.paging.Move.RemindOwner;
import aftercare.escalation.paging.Pursuit.Climb;
import aftercare.escalation.ways.PageKind;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.EscalationId;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the next step of every case whose time has come. The step after it is due by the same commit, so a kill stops nothing (S3). */
@Service
class PageSteps {
    private static final String ON_CALL = "on-call";
    private static final int BATCH = 200;

    private final Pursuits pursuits;
    private final PolicyPager pager;
    private final Cases cases;
    private final Escalations escalations;
    private final CaseHistory history;
    private final Facts facts;
    private final CaseLadder ladder;
    private final Alarms alarms;
    private final PagingPolicy policy;
    private final ClinicClock clock;
    private final ApplicationEventPublisher events;

    PageSteps(
            Pursuits pursuits,
            PolicyPager pager,
            Cases cases,
            Escalations escalations,
            CaseHistory history,
            Facts facts,
            CaseLadder ladder,
            Alarms alarms,
            PagingSettings settings,
            ClinicClock clock,
            ApplicationEventPublisher events) {
        this.pursuits = pursuits;
        this.pager = pager;
        this.cases = cases;
        this.escalations = escalations;
        this.history = history;
        this.facts = facts;
        this.ladder = ladder;
        this.alarms = alarms;
        this.policy = new PagingPolicy(settings.remindAfter(), settings.reminders(), settings.nobodyWait());
        this.clock = clock;
        this.events = events;
    }

    /** One batch is one transaction, so that cases which came together become one page. */
    @Transactional
    public int takeDue() {
        var now = clock.instant();
        var due = cases.lockAll(pursuits.lockDue(now, BATCH));
        facts.lockKeys(due.stream()
                .map(found -> Facts.key(found.patientIds(), found.lineId()))
                .toList());
        due.forEach(found -> pursuits.of(found.id())
                .filter(pursuit -> !pursuit.dueAt().isAfter(now))
                .ifPresent(pursuit -> take(found, pursuit, now)));
        if (!due.isEmpty()) {
            Dispatches.ring(events);
        }
        return due.size();
    }

    private void take(Case found, Pursuit pursuit, Instant now) {
        if (found.state().isResolved()) {
            pursuits.remove(found.id());
            return;
        }
        switch (policy.decide(pursuit, ladder.of(found, now), now)) {
            case PageStep step -> page(found.id(), step, now);
            case FindNobody(var next) -> nobody(found.id(), next, now);
            case RemindOwner(var next) -> remind(found, next, now);
            case LetLapse() -> {
                var lapsed = escalations.lapse(found, now);
                take(lapsed, Climb.start(now), now);
            }
        }
    }

    private void page(EscalationId id, PageStep step, Instant now) {
        pager.page(id, step.rung(), step.round(), step.step(), now);
        pursuits.put(id, step.next());
        Facts.afterCommit(() -> alarms.clear(AlarmKind.NO_ONE_ON_CALL, ON_CALL));
    }

    private void nobody(EscalationId id, Pursuit next, Instant now) {
        pursuits.put(id, next);
        history.note(id, now, Facts.MACHINE, "NobodyToPage", Map.of());
        Facts.afterCommit(() -> alarms.raise(AlarmKind.NO_ONE_ON_CALL, ON_CALL));
    }

    private void remind(Case found, Pursuit next, Instant now) {
        if (found.state() instanceof Acknowledged(var by, var at, var grip)) {
            pager.tellOwner(found.id(), by, PageKind.REMINDER, now);
        }
        pursuits.put(found.id(), next);
    }
}
