package aftercare.escalation.pagerline;

import aftercare.escalation.cases.Case;
import aftercare.escalation.oncall.Staff;
import aftercare.escalation.oncall.StaffRoster;
import aftercare.escalation.pagerline.PagerReply.Take;
import aftercare.escalation.pagerline.PagerReply.Words;
import aftercare.escalation.paging.PagedCases;
import aftercare.schemas.StaffId;
import aftercare.schemas.escalation.AckChannel;
import java.util.List;
import org.springframework.stereotype.Service;

/** Does what a colleague's text says, and finds the words to answer with. */
@Service
class ColleagueReplies {
    private static final String HELP =
            "Reply 1 to take what you were paged for, or 1 and a code for one case. Other words are not read here: use the console.";
    private static final String NOTHING =
            "Nothing that you were paged for is waiting. Open the console to see all cases.";

    private final PagedCases paged;
    private final StaffRoster roster;

    ColleagueReplies(PagedCases paged, StaffRoster roster) {
        this.paged = paged;
        this.roster = roster;
    }

    String answer(Staff colleague, String body) {
        return switch (PagerReply.read(body)) {
            case Words() -> HELP;
            case Take(var codes) -> take(colleague.id(), codes);
        };
    }

    private String take(StaffId who, List<String> codes) {
        var took = paged.take(who, found -> codes.isEmpty() || codes.contains(found.code()), AckChannel.SMS);
        if (!took.yours().isEmpty()) {
            return youHave(took.yours());
        }
        var others = took.others().stream().map(roster::calledName).toList();
        return others.isEmpty() ? NOTHING : "Already taken by " + String.join(" and ", others) + ".";
    }

    /** Whoever answers to a drill while a patient waits must not think that all of it was a drill. */
    private static String youHave(List<Case> yours) {
        var real = yours.stream().filter(found -> !found.isDrill()).count();
        if (real == 0) {
            return "You have it. It is a drill. Open the console.";
        }
        return "You have it. " + real + (real == 1 ? " case" : " cases")
                + (real < yours.size() ? " for real, and a drill." : ".") + " Open the console.";
    }
}
