package aftercare.console.supervision;

import aftercare.console.login.Staff;
import aftercare.console.remote.Asked;
import aftercare.console.remote.ColleagueService;
import aftercare.console.remote.EscalationService;
import aftercare.console.remote.EscalationService.CaseRow;
import aftercare.console.remote.OnCallService;
import aftercare.console.remote.WorkService;
import aftercare.console.remote.WorkService.WorkItem;
import aftercare.platform.clock.ClinicClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The summary that one shift leaves to the next: cases by their codes, and no patient's name or words. */
@Controller
class HandoverPages {
    private static final Duration AHEAD = Duration.ofHours(24);
    private static final int MOST = 500;

    private final EscalationService escalation;
    private final OnCallService onCall;
    private final ColleagueService colleagues;
    private final WorkService work;
    private final ClinicClock clock;
    private final ZoneId zone;

    HandoverPages(
            EscalationService escalation,
            OnCallService onCall,
            ColleagueService colleagues,
            WorkService work,
            ClinicClock clock,
            @Value("${clinic.zone}") ZoneId zone) {
        this.escalation = escalation;
        this.onCall = onCall;
        this.colleagues = colleagues;
        this.work = work;
        this.clock = clock;
        this.zone = zone;
    }

    /** @param before the shift before this one, for whoever comes in after it has ended */
    @GetMapping("/handover")
    String handover(@RequestParam(defaultValue = "false") boolean before, Authentication signedIn, Model model) {
        var staff = Staff.of(signedIn);
        var now = clock.instant();
        var current = Shift.at(now, zone);
        var shift = before ? Shift.at(current.from().minusSeconds(1), zone) : current;
        var until = before ? shift.until() : now;
        var cases = escalation.since(staff, shift.from());
        var open = work.open(staff, List.of(), 0, MOST);
        model.addAttribute("now", now);
        model.addAttribute("shift", shift);
        model.addAttribute("before", before);
        model.addAttribute("until", until);
        model.addAttribute("names", colleagues.names(staff));
        model.addAttribute("open", sorted(cases, row -> !row.state().equals("RESOLVED")));
        model.addAttribute("happened", sorted(cases, row -> within(row, shift.from(), until)));
        model.addAttribute("holds", due(open, "KEPT_HOLD", Instant.MAX));
        model.addAttribute("followUps", due(open, "NEXT_CONTACT", now.plus(AHEAD)));
        model.addAttribute("waiting", work.counts(staff));
        model.addAttribute(
                "closed",
                work.closedSince(staff, shift.from()).stream()
                        .filter(item ->
                                item.closedAt() != null && item.closedAt().isBefore(until))
                        .count());
        model.addAttribute("onCall", Rungs.of(onCall.now(staff)));
        model.addAttribute("holes", Asked.of(() -> onCall.holes(staff)));
        return "handover";
    }

    private static List<CaseRow> sorted(List<CaseRow> cases, Predicate<CaseRow> wanted) {
        return cases.stream()
                .filter(wanted)
                .sorted(Comparator.comparing(CaseRow::openedAt))
                .toList();
    }

    private static boolean within(CaseRow row, Instant from, Instant until) {
        return isIn(row.openedAt(), from, until) || (row.resolvedAt() != null && isIn(row.resolvedAt(), from, until));
    }

    private static boolean isIn(Instant at, Instant from, Instant until) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    private static List<WorkItem> due(List<WorkItem> items, String kind, Instant by) {
        return items.stream()
                .filter(item -> item.kind().equals(kind) && item.dueAt().isBefore(by))
                .toList();
    }
}
