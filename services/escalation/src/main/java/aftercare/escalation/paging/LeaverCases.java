package aftercare.escalation.paging;

import aftercare.escalation.cases.Cases;
import aftercare.escalation.oncall.StaffLeft;
import aftercare.escalation.paging.Pursuit.Remind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The cases of somebody who left are nobody's: the policy pages again at once (S3). */
@Component
class LeaverCases {
    private final Cases cases;
    private final Pursuits pursuits;
    private final PagingSettings settings;
    private final ApplicationEventPublisher events;

    LeaverCases(Cases cases, Pursuits pursuits, PagingSettings settings, ApplicationEventPublisher events) {
        this.cases = cases;
        this.pursuits = pursuits;
        this.settings = settings;
        this.events = events;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(StaffLeft left) {
        var theirs = cases.lockAll(cases.ownedBy(left.staff()));
        theirs.forEach(found -> pursuits.put(found.id(), new Remind(settings.reminders(), true, left.at())));
        Dispatches.ring(events);
    }
}
