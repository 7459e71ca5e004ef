package aftercare.console.oncall;

import aftercare.console.login.Staff;
import aftercare.console.remote.Deeds;
import aftercare.console.remote.OnCallService;
import aftercare.console.remote.OnCallService.Colleague;
import aftercare.console.remote.OnCallService.Rotation;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rotations, for admins. */
@Controller
class RotationPages {
    private static final String BACK = "redirect:/on-call/rotations";

    private final OnCallService onCall;
    private final ClinicTimes times;

    RotationPages(OnCallService onCall, ClinicTimes times) {
        this.onCall = onCall;
        this.times = times;
    }

    @GetMapping("/on-call/rotations")
    String show(Authentication signedIn, Model model) {
        var staff = Staff.of(signedIn);
        model.addAttribute("rotations", onCall.rotations(staff));
        model.addAttribute("clinicians", clinicians(staff));
        model.addAttribute("times", times);
        return "rotations";
    }

    private List<Colleague> clinicians(Staff staff) {
        return onCall.colleagues(staff).stream()
                .filter(colleague -> colleague.roles().contains("CLINICIAN"))
                .toList();
    }

    @PostMapping("/on-call/rotations")
    String save(
            @RequestParam String id,
            @RequestParam String name,
            @RequestParam List<String> participants,
            @RequestParam int every,
            @RequestParam String unit,
            @RequestParam String startsOn,
            @RequestParam String handOff,
            @RequestParam String zone,
            Authentication signedIn,
            RedirectAttributes flash) {
        Deeds.tell(
                flash,
                "The rotation is saved. Name it in a policy so that it is paged.",
                () -> onCall.putRotation(
                        Staff.of(signedIn),
                        new Rotation(
                                id.strip(),
                                name,
                                participants.stream()
                                        .filter(one -> !one.isBlank())
                                        .distinct()
                                        .toList(),
                                every,
                                unit,
                                LocalDate.parse(startsOn),
                                LocalTime.parse(handOff),
                                zone.strip())));
        return BACK;
    }

    @PostMapping("/on-call/rotations/{id}/removal")
    String remove(@PathVariable String id, Authentication signedIn, RedirectAttributes flash) {
        Deeds.tell(flash, "The rotation is removed.", () -> onCall.removeRotation(Staff.of(signedIn), id));
        return BACK;
    }
}
