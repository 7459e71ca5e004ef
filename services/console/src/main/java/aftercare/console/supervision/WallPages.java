package aftercare.console.supervision;

import aftercare.console.login.Staff;
import aftercare.console.remote.ColleagueService;
import aftercare.console.remote.EscalationService;
import aftercare.console.remote.EscalationService.CaseRow;
import aftercare.console.remote.OnCallService;
import aftercare.console.remote.StatisticsService;
import aftercare.platform.clock.ClinicClock;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** A screen on the wall: codes and names of staff, nothing of a patient. */
@Controller
class WallPages {
    private final EscalationService escalation;
    private final OnCallService onCall;
    private final ColleagueService colleagues;
    private final StatisticsService statistics;
    private final ClinicClock clock;
    private final ZoneId zone;

    WallPages(
            EscalationService escalation,
            OnCallService onCall,
            ColleagueService colleagues,
            StatisticsService statistics,
            ClinicClock clock,
            @Value("${clinic.zone}") ZoneId zone) {
        this.escalation = escalation;
        this.onCall = onCall;
        this.colleagues = colleagues;
        this.statistics = statistics;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping("/wall")
    String wall(Authentication signedIn, Model model) {
        live(signedIn, model);
        return "wall";
    }

    @GetMapping("/wall/live")
    String live(Authentication signedIn, Model model) {
        var staff = Staff.of(signedIn);
        var now = clock.instant();
        var today = now.atZone(zone).toLocalDate();
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        model.addAttribute("now", now);
        model.addAttribute("names", colleagues.names(staff));
        model.addAttribute(
                "open",
                escalation.today(staff).stream()
                        .filter(row -> !row.state().equals("RESOLVED"))
                        .sorted(Comparator.comparing(CaseRow::openedAt))
                        .toList());
        model.addAttribute("onCall", Rungs.of(onCall.now(staff)));
        model.addAttribute("today", statistics.report(staff, today, today).all().acknowledged());
        model.addAttribute("week", statistics.report(staff, monday, today).all().acknowledged());
        return "wall :: live";
    }
}
