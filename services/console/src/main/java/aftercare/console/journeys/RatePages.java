package aftercare.console.journeys;

import aftercare.console.login.Staff;
import aftercare.console.oncall.ClinicTimes;
import aftercare.console.remote.JourneyCareService;
import aftercare.console.remote.ProgressService;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How patients take each message. */
@Controller
public class RatePages {
    private static final int USUAL_DAYS = 30;

    private final JourneyCareService care;
    private final ProgressService progress;
    private final ClinicTimes times;

    RatePages(JourneyCareService care, ProgressService progress, ClinicTimes times) {
        this.care = care;
        this.progress = progress;
        this.times = times;
    }

    /** @param to the last day, included */
    @GetMapping("/journeys/rates")
    String show(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Authentication signedIn,
            Model model) {
        var staff = Staff.of(signedIn);
        var last = to == null ? care.pauses(staff).at().atZone(times.zone()).toLocalDate() : to;
        var first = from == null ? last.minusDays(USUAL_DAYS - 1) : from;
        model.addAttribute("from", first);
        model.addAttribute("to", last);
        model.addAttribute(
                "rates",
                care.rates(
                                staff,
                                first.atStartOfDay(times.zone()).toInstant(),
                                last.plusDays(1).atStartOfDay(times.zone()).toInstant())
                        .touchpoints());
        model.addAttribute("names", progress.touchpointNames(staff));
        model.addAttribute("page", this);
        model.addAttribute("times", times);
        return "journey-rates";
    }

    /** "12 of 40 (30 %)", or a dash where there was nothing; templates call it. */
    public String part(int some, int all) {
        return all == 0 ? "–" : String.format(Locale.ENGLISH, "%d of %d (%.0f %%)", some, all, 100.0 * some / all);
    }
}
