package aftercare.console.now;

import aftercare.console.login.Staff;
import aftercare.console.remote.Asked;
import aftercare.console.remote.ColleagueService;
import aftercare.console.remote.EscalationService;
import aftercare.console.remote.EscalationService.CaseRow;
import aftercare.console.remote.ReadThroughService;
import aftercare.console.remote.WorkService;
import aftercare.console.remote.WorkService.WorkItem;
import aftercare.platform.access.Role;
import aftercare.platform.clock.ClinicClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page the console opens on: what needs me now. */
@Controller
class NowPages {
    private static final int LOOK_AT = 50;
    private static final int SHOW = 6;
    private static final Set<String> FOR_CLINICIANS = Set.of(
            "CONCERN",
            "LATE_FINDING",
            "NEXT_CONTACT",
            "KEPT_HOLD",
            "READ_THROUGH",
            "REVIEW",
            "FOLLOW_UP",
            "LONG_HOLDS");

    private final EscalationService escalation;
    private final ColleagueService colleagues;
    private final WorkService work;
    private final ReadThroughService readThrough;
    private final ClinicClock clock;
    private final Duration readThroughWithin;

    NowPages(
            EscalationService escalation,
            ColleagueService colleagues,
            WorkService work,
            ReadThroughService readThrough,
            ClinicClock clock,
            @Value("${console.read-through-within:12h}") Duration readThroughWithin) {
        this.escalation = escalation;
        this.colleagues = colleagues;
        this.work = work;
        this.readThrough = readThrough;
        this.clock = clock;
        this.readThroughWithin = readThroughWithin;
    }

    /** Who works with no patients finds the numbers here. */
    @GetMapping("/")
    String now(Authentication signedIn, Model model) {
        if (!Staff.of(signedIn).roles().contains(Role.STAFF)) {
            return "redirect:/statistics";
        }
        live(signedIn, model);
        return "now";
    }

    @GetMapping("/now/live")
    String live(Authentication signedIn, Model model) {
        var staff = Staff.of(signedIn);
        var now = clock.instant();
        model.addAttribute("needs", Needs.of(escalation.today(staff), colleagues.myPages(staff), staff));
        model.addAttribute("names", colleagues.names(staff));
        model.addAttribute("now", now);
        var overdue = overdueFor(staff);
        model.addAttribute("overdue", overdue.stream().limit(SHOW).toList());
        model.addAttribute("overdueCount", overdue.size());
        if (staff.clinician()) {
            var backlog = Asked.of(() -> readThrough.backlog(staff));
            model.addAttribute("backlog", backlog);
            model.addAttribute("readingBehind", isBehind(backlog.value(), now));
        }
        return "now :: live";
    }

    /** How many cases nobody has: for the mark beside the page's name, on every page. */
    @GetMapping("/needs")
    String needs(Authentication signedIn, Model model) {
        var staff = Staff.of(signedIn);
        model.addAttribute(
                "count",
                staff.roles().contains(Role.STAFF)
                        ? escalation.today(staff).stream()
                                .filter(CaseRow::needsSomeone)
                                .count()
                        : 0);
        return "layout :: needs";
    }

    private List<WorkItem> overdueFor(Staff staff) {
        return work.open(staff, List.of(), 0, LOOK_AT).stream()
                .filter(WorkItem::overdue)
                .filter(item -> staff.clinician() || !FOR_CLINICIANS.contains(item.kind()))
                .toList();
    }

    private boolean isBehind(ReadThroughService.@Nullable Backlog backlog, Instant now) {
        var oldest = backlog == null ? null : backlog.oldestReceivedAt();
        return oldest != null && oldest.plus(readThroughWithin).isBefore(now);
    }
}
