package aftercare.console.journeys;

import aftercare.console.login.Staff;
import aftercare.console.oncall.ClinicTimes;
import aftercare.console.remote.ColleagueService;
import aftercare.console.remote.Deeds;
import aftercare.console.remote.JourneyCareService;
import aftercare.console.remote.VersionService;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is paused, and when the clinic is closed. */
@Controller
class PausePages {
    private static final String BACK = "redirect:/journeys/pauses";

    private final JourneyCareService care;
    private final VersionService versions;
    private final ColleagueService colleagues;
    private final ClinicTimes times;

    PausePages(JourneyCareService care, VersionService versions, ColleagueService colleagues, ClinicTimes times) {
        this.care = care;
        this.versions = versions;
        this.colleagues = colleagues;
        this.times = times;
    }

    @GetMapping("/journeys/pauses")
    String show(Authentication signedIn, Model model) {
        var staff = Staff.of(signedIn);
        var paused = care.pauses(staff);
        model.addAttribute("paused", paused);
        model.addAttribute("closures", care.closures(staff));
        model.addAttribute(
                "messages", versions.version(staff, "current").journey().path("touchpoints"));
        model.addAttribute("year", paused.at().atZone(times.zone()).getYear());
        model.addAttribute("names", colleagues.namesIfTold(staff));
        model.addAttribute("times", times);
        return "journey-pauses";
    }

    @PostMapping("/journeys/pauses")
    String pause(
            @RequestParam String scope,
            @RequestParam(defaultValue = "") String patientId,
            @RequestParam(defaultValue = "") String touchpoint,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String until,
            @RequestParam String reason,
            Authentication signedIn,
            RedirectAttributes flash) {
        Deeds.tell(
                flash,
                "Paused. What was planned for that time is not sent, also not later.",
                () -> care.pause(
                        Staff.of(signedIn),
                        scope,
                        scope.equals("PATIENT") ? patientId : touchpoint,
                        instant(since),
                        instant(until),
                        reason));
        return BACK;
    }

    private @Nullable Instant instant(String local) {
        return local.isBlank()
                ? null
                : LocalDateTime.parse(local).atZone(times.zone()).toInstant();
    }

    @PostMapping("/journeys/pauses/{id}/end")
    String resume(@PathVariable String id, Authentication signedIn, RedirectAttributes flash) {
        Deeds.tell(
                flash,
                "It goes on. What was missed meanwhile is not sent late.",
                () -> care.resume(Staff.of(signedIn), id));
        return BACK;
    }

    @PostMapping("/journeys/closures")
    String close(
            @RequestParam String firstDay,
            @RequestParam(defaultValue = "") String lastDay,
            @RequestParam String name,
            Authentication signedIn,
            RedirectAttributes flash) {
        Deeds.tell(flash, "The days are entered.", () -> {
            var first = LocalDate.parse(firstDay);
            care.close(Staff.of(signedIn), first, lastDay.isBlank() ? first : LocalDate.parse(lastDay), name);
        });
        return BACK;
    }

    @PostMapping("/journeys/closures/federal-holidays")
    String holidays(@RequestParam int year, Authentication signedIn, RedirectAttributes flash) {
        Deeds.tell(
                flash,
                "The federal holidays of " + year + " are entered. Remove those on which you are open.",
                () -> care.federalHolidays(Staff.of(signedIn), year));
        return BACK;
    }

    @PostMapping("/journeys/closures/{id}/removal")
    String open(@PathVariable String id, Authentication signedIn, RedirectAttributes flash) {
        Deeds.tell(flash, "The clinic is open then.", () -> care.open(Staff.of(signedIn), id));
        return BACK;
    }
}
