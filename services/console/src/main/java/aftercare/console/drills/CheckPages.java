package aftercare.console.drills;

import aftercare.console.login.Staff;
import aftercare.console.remote.Asked;
import aftercare.console.remote.ExerciseService;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether the chain has come through its last try, and whether the outside hears that we live. */
@Controller
class CheckPages {
    private final ExerciseService exercises;
    private final ClinicClock clock;
    private final MachineClock machineClock;

    CheckPages(ExerciseService exercises, ClinicClock clock, MachineClock machineClock) {
        this.exercises = exercises;
        this.clock = clock;
        this.machineClock = machineClock;
    }

    /** {@code whole}: also what works; without it only what does not. */
    @GetMapping("/checks/live")
    String checks(@RequestParam(defaultValue = "false") boolean whole, Authentication signedIn, Model model) {
        var staff = Staff.of(signedIn);
        model.addAttribute("whole", whole);
        model.addAttribute("now", clock.instant());
        model.addAttribute("machineNow", machineClock.instant());
        model.addAttribute("canary", Asked.of(() -> exercises.canary(staff)));
        model.addAttribute("heartbeat", Asked.of(() -> exercises.heartbeat(staff)));
        return "checks :: live";
    }
}
