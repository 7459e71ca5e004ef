package aftercare.escalation.paging;

import aftercare.escalation.cases.Case;
import aftercare.escalation.cases.CaseState.Acknowledged;
import aftercare.escalation.cases.Cases;
import aftercare.escalation.cases.Escalations;
import aftercare.escalation.cases.Taking;
import aftercare.escalation.cases.Taking.AlreadyResolved;
import aftercare.escalation.cases.Taking.AlreadyTaken;
import aftercare.escalation.cases.Taking.AlreadyYours;
import aftercare.escalation.cases.Taking.NoSuchCase;
import aftercare.escalation.cases.Taking.Taken;
import aftercare.escalation.cases.Taking.TakenOver;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.StaffId;
import aftercare.schemas.escalation.AckChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The cases that somebody has been paged for, and taking them with one word. */
@Component
public class PagedCases {
    private final Pages pages;
    private final Cases cases;
    private final Escalations escalations;
    private final ClinicClock clock;

    PagedCases(Pages pages, Cases cases, Escalations escalations, ClinicClock clock) {
        this.pages = pages;
        this.cases = cases;
        this.escalations = escalations;
        this.clock = clock;
    }

    /**
     * Takes each by a transaction of its own: one that another has taken keeps nobody from the rest.
     *
     * @param which of those they were paged for
     */
    public Took take(StaffId who, Predicate<Case> which, AckChannel via) {
        var yours = new ArrayList<Case>();
        var others = new ArrayList<StaffId>();
        unresolvedOf(who).stream().filter(which).forEach(found -> {
            var taking = escalations.acknowledge(found.id(), who, via, clock.instant());
            if (isYours(taking)) {
                yours.add(found);
            } else if (taking instanceof AlreadyTaken(var by, var at)) {
                others.add(by);
            }
        });
        return new Took(yours, others.stream().distinct().toList());
    }

    /** Those that they have now. */
    public List<Case> ownedBy(StaffId who) {
        return unresolvedOf(who).stream()
                .filter(found -> found.state() instanceof Acknowledged(var by, var at, var lapsed) && by.equals(who))
                .toList();
    }

    private List<Case> unresolvedOf(StaffId who) {
        return pages.unresolvedPagedTo(who, clock.instant()).stream()
                .map(cases::find)
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean isYours(Taking taking) {
        return switch (taking) {
            case Taken ignored -> true;
            case TakenOver ignored -> true;
            case AlreadyYours ignored -> true;
            case AlreadyTaken ignored -> false;
            case AlreadyResolved ignored -> false;
            case NoSuchCase ignored -> false;
        };
    }

    /**
     * What became of it.
     *
     * @param others who had taken the rest before
     */
    public record Took(List<Case> yours, List<StaffId> others) {
        public Took {
            yours = List.copyOf(yours);
            others = List.copyOf(others);
        }
    }
}
