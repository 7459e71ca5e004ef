package aftercare.console.work;

import aftercare.console.login.Staff;
import aftercare.console.remote.EscalationService;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a human must look at, soonest due first, and closing it. */
@Controller
class WorkPages {
    private final EscalationService escalation;

    WorkPages(EscalationService escalation) {
        this.escalation = escalation;
    }

    @GetMapping("/work")
    String open(Authentication signedIn, Model model) {
        list(signedIn, model);
        return "work";
    }

    @GetMapping("/work/list")
    String list(Authentication signedIn, Model model) {
        model.addAttribute("items", escalation.openWork(Staff.of(signedIn)));
        return "work :: items";
    }

    @PostMapping("/work/{id}/closure")
    String close(@PathVariable String id, @RequestParam String note, Authentication signedIn) {
        escalation.close(Staff.of(signedIn), id, note);
        return "redirect:/work";
    }

    @PostMapping("/work/holds/{id}/release")
    String release(
            @PathVariable String id, @RequestParam boolean cancel, @RequestParam String note, Authentication signedIn) {
        escalation.release(Staff.of(signedIn), id, cancel, note);
        return "redirect:/work";
    }
}
