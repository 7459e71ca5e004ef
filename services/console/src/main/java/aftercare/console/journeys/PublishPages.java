package aftercare.console.journeys;

import aftercare.console.login.Staff;
import aftercare.console.oncall.ClinicTimes;
import aftercare.console.remote.Deeds;
import aftercare.console.remote.VersionService;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Publishing is a reviewed difference: what changes, whom it touches, and only then the button. */
@Controller
public class PublishPages {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private final VersionService versions;
    private final ClinicTimes times;

    PublishPages(VersionService versions, ClinicTimes times) {
        this.versions = versions;
        this.times = times;
    }

    @GetMapping("/journeys/draft/review")
    String review(Authentication signedIn, Model model) {
        model.addAttribute("review", versions.review(Staff.of(signedIn)));
        model.addAttribute("times", times);
        model.addAttribute("page", this);
        return "journey-review";
    }

    /** A patient's own time; templates call it. */
    public String local(Instant at, String zone) {
        return LOCAL.format(at.atZone(ZoneId.of(zone)));
    }

    /** @param at as a browser writes it, in the clinic's zone; empty: now */
    @PostMapping("/journeys/draft/publication")
    String publish(
            @RequestParam String was,
            @RequestParam String inFlight,
            @RequestParam(defaultValue = "NOW") String when,
            @RequestParam(required = false) @Nullable String at,
            Authentication signedIn,
            RedirectAttributes flash) {
        boolean later = when.equals("LATER");
        var published = Deeds.tell(
                flash,
                later
                        ? "Scheduled. It takes effect by itself; until then you can take it back here."
                        : "Published. Plans follow it from now on; one press on Undo brings the former version back.",
                () -> versions.publish(
                        Staff.of(signedIn),
                        was,
                        later
                                ? LocalDateTime.parse(at == null ? "" : at)
                                        .atZone(times.zone())
                                        .toInstant()
                                : null,
                        inFlight));
        return published ? "redirect:/journeys" : "redirect:/journeys/draft/review";
    }
}
