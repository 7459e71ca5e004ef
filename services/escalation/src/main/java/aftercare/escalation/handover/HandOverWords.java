package aftercare.escalation.handover;

import aftercare.escalation.site.Site;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The words of a hand-over: how many cases are open and their codes, nothing of a patient. */
@Component
class HandOverWords {
    private static final int CODES = 8;

    private final Site site;

    HandOverWords(Site site) {
        this.site = site;
    }

    String begins(String rotation, Instant until, List<String> open, Instant now) {
        return site.name() + ": you are on call now (" + rotation + ") until " + site.wallClock(until, now)
                + " clinic time. " + cases(open);
    }

    String stays(String rotation, Instant until, List<String> open, Instant now) {
        return site.name() + ": you stay on call (" + rotation + ") until " + site.wallClock(until, now)
                + " clinic time. " + cases(open);
    }

    String ends(String rotation, String incoming, List<String> open) {
        return site.name() + ": your shift (" + rotation + ") is over, " + incoming + " is on call now. " + cases(open);
    }

    String endsWithNobody(String rotation, List<String> open) {
        return site.name() + ": your shift (" + rotation
                + ") is over and NOBODY can take the next one. Find somebody on the on-call page of the console. "
                + cases(open);
    }

    String swapRequested(String asking) {
        return site.name() + ": " + asking
                + " asks you to swap on-call shifts. Say yes or no on the on-call page of the console.";
    }

    private static String cases(List<String> open) {
        if (open.isEmpty()) {
            return "No case is open.";
        }
        var named = String.join(", ", open.subList(0, Math.min(CODES, open.size())));
        var more = open.size() > CODES ? " and " + (open.size() - CODES) + " more" : "";
        return (open.size() == 1 ? "1 case is open: " : open.size() + " cases are open: ") + named + more + ".";
    }
}
