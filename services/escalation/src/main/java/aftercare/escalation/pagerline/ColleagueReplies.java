package aftercare.escalation.pagerline;

import aftercare.escalation.cases.Case;
import aftercare.escalation.cases.Cases;
import aftercare.escalation.cases.Escalations;
import aftercare.escalation.cases.Taking;
import aftercare.escalation.cases.Taking.AlreadyResolved;
import aftercare.escalation.cases.Taking.AlreadyTaken;
import aftercare.escalation.cases.Taking.AlreadyYours;
import aftercare.escalation.cases.Taking.NoSuchCase;
import aftercare.escalation.cases.Taking.Taken;
import aftercare.escalation.cases.Taking.TakenOver;
import aftercare.escalation.oncall.Staff;
import aftercare.escalation.oncall.StaffRoster;
import aftercare.escalation.pagerline.PagerReply.Take;
import aftercare.escalation.pagerline.PagerReply.Words;
import aftercare.escalation.paging.PagedCases;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.StaffId;
import aftercare.schemas.escalation.AckChannel;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Does what a colleague's text says, and finds the words to answer with. */
@Service
class ColleagueReplies {
    private static final String HELP =
            "Reply 1 to take what you were paged for, or 1 and a code for one case. Other words are not read here: use the console.";
    private static final String NOTHING =
            "Nothing that you were paged for is waiting. Open the console to see all cases.";

    private final Escalations escalations;
    private final PagedCases paged;
    private final Cases cases;
    private final StaffRoster roster;
    private final ClinicClock clock;

    ColleagueReplies(Escalations escalations, PagedCases paged, Cases cases, StaffRoster roster, ClinicClock clock) {
        this.escalations = escalations;
        this.paged = paged;
        this.cases = cases;
        this.roster = roster;
        this.clock = clock;
    }

    String answer(Staff colleague, String body) {
        return switch (PagerReply.read(body)) {
            case Words() -> HELP;
            case Take(var codes) -> take(colleague.id(), codes);
        };
    }

    /** Each case by a transaction of its own: one that another has taken keeps nobody from the rest. */
    private String take(StaffId who, List<String> codes) {
        var takings = paged.unresolvedOf(who).stream()
                .map(cases::find)
                .flatMap(Optional::stream)
                .filter(found -> codes.isEmpty() || codes.contains(found.code()))
                .map(Case::id)
                .map(id -> escalations.acknowledge(id, who, AckChannel.SMS, clock.instant()))
                .toList();
        return words(takings);
    }

    private String words(List<Taking> takings) {
        var yours = takings.stream().filter(ColleagueReplies::isYours).count();
        var others = takings.stream()
                .filter(AlreadyTaken.class::isInstance)
                .map(AlreadyTaken.class::cast)
                .map(AlreadyTaken::by)
                .distinct()
                .map(roster::calledName)
                .toList();
        if (yours > 0) {
            return "You have it. " + yours + (yours == 1 ? " case." : " cases.") + " Open the console.";
        }
        return others.isEmpty() ? NOTHING : "Already taken by " + String.join(" and ", others) + ".";
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
}
