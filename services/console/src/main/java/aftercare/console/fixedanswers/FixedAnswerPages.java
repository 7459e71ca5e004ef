package aftercare.console.fixedanswers;

import aftercare.console.login.Staff;
import aftercare.console.remote.ColleagueService;
import aftercare.console.remote.Deeds;
import aftercare.console.remote.FixedAnswerService;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The approved texts, one form each. Whoever saves one approves it. */
@Controller
class FixedAnswerPages {
    private final FixedAnswerService answers;
    private final ColleagueService colleagues;

    FixedAnswerPages(FixedAnswerService answers, ColleagueService colleagues) {
        this.answers = answers;
        this.colleagues = colleagues;
    }

    @GetMapping("/fixed-answers")
    String show(Authentication signedIn, Model model) {
        var staff = Staff.of(signedIn);
        model.addAttribute("answers", answers.all(staff));
        model.addAttribute("names", colleagues.namesIfTold(staff));
        return "fixed-answers";
    }

    @PostMapping("/fixed-answers/{topic}")
    String approve(
            @PathVariable String topic,
            @RequestParam String en,
            @RequestParam String es,
            @RequestParam(defaultValue = "false") boolean enabled,
            Authentication signedIn,
            RedirectAttributes flash) {
        if (!Deeds.tell(
                flash,
                enabled ? "Approved. It answers from now on." : "Saved, and switched off.",
                () -> answers.approve(Staff.of(signedIn), topic, en.strip(), es.strip(), enabled))) {
            flash.addFlashAttribute("refused", topic);
            flash.addFlashAttribute("en", en);
            flash.addFlashAttribute("es", es);
        }
        return "redirect:/fixed-answers";
    }
}
