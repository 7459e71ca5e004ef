package aftercare.console.drills;

import aftercare.console.login.Staff;
import aftercare.console.remote.ColleagueService;
import aftercare.console.remote.Deeds;
import aftercare.console.remote.ExerciseService;
import java.util.function.Consumer;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an admin lets on-call practise, and sees what it came to. */
@Controller
class DrillPages {
    private final ExerciseService exercises;
    private final ColleagueService colleagues;

    DrillPages(ExerciseService exercises, ColleagueService colleagues) {
        this.exercises = exercises;
        this.colleagues = colleagues;
    }

    @GetMapping("/drills")
    String show(Authentication signedIn, Model model) {
        live(signedIn, model);
        return "drills";
    }

    @GetMapping("/drills/live")
    String live(Authentication signedIn, Model model) {
        var staff = Staff.of(signedIn);
        var drills = exercises.drills(staff);
        model.addAttribute("names", colleagues.names(staff));
        model.addAttribute(
                "running",
                drills.stream().filter(drill -> drill.endedAt() == null).toList());
        model.addAttribute(
                "over", drills.stream().filter(drill -> drill.endedAt() != null).toList());
        return "drills :: live";
    }

    /** The phones of whoever is on call ring: it is said once more, and then confirmed. */
    @PostMapping("/drills")
    String start(
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean sure,
            Authentication signedIn,
            RedirectAttributes flash) {
        if (!sure) {
            flash.addFlashAttribute(
                    "problem", "Nothing was started. Tick that on-call is to be paged now, then start the drill.");
            return "redirect:/drills";
        }
        return told(
                flash,
                "The drill has begun. Its text is on its way; on-call is paged in a few seconds.",
                staff -> exercises.start(staff, reason.strip()),
                signedIn);
    }

    @PostMapping("/drills/{id}/ending")
    String callOff(@PathVariable String id, Authentication signedIn, RedirectAttributes flash) {
        return told(flash, "The drill is called off.", staff -> exercises.callOff(staff, id), signedIn);
    }

    private static String told(RedirectAttributes flash, String done, Consumer<Staff> deed, Authentication signedIn) {
        Deeds.tell(flash, done, () -> deed.accept(Staff.of(signedIn)));
        return "redirect:/drills";
    }
}
