package aftercare.console.escalations;

import aftercare.console.login.Staff;
import aftercare.console.remote.CaseDeedService;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done about a case from its page; the forms are those of {@code case-deeds}. */
@Controller
@RequestMapping("/escalations/{id}")
class CaseDeeds {
    private final CaseDeedService escalation;
    private final EndingForms endings;

    CaseDeeds(CaseDeedService escalation, EndingForms endings) {
        this.escalation = escalation;
        this.endings = endings;
    }

    @PostMapping("/acknowledgement")
    String acknowledge(@PathVariable String id, Authentication signedIn) {
        escalation.acknowledge(Staff.of(signedIn), id);
        return back(id);
    }

    @PostMapping("/claim")
    String claim(@PathVariable String id, Authentication signedIn) {
        escalation.claim(Staff.of(signedIn), id);
        return back(id);
    }

    /** The colleague is named by the form; whoever had it before hears of it by text. */
    @PostMapping("/offer")
    String offer(@PathVariable String id, @RequestParam String to, Authentication signedIn, RedirectAttributes flash) {
        escalation.offer(Staff.of(signedIn), id, to);
        flash.addFlashAttribute("done", "Asked. The case is yours until they take it.");
        return back(id);
    }

    @PostMapping("/offer/refusal")
    String decline(@PathVariable String id, Authentication signedIn) {
        escalation.decline(Staff.of(signedIn), id);
        return back(id);
    }

    @PostMapping("/calls")
    String call(
            @PathVariable String id,
            @RequestParam String outcome,
            @RequestParam(defaultValue = "") String words,
            Authentication signedIn) {
        escalation.call(Staff.of(signedIn), id, outcome, words);
        return back(id);
    }

    @PostMapping("/notes")
    String note(
            @PathVariable String id,
            @RequestParam String note,
            @RequestParam(defaultValue = "false") boolean stillWorking,
            Authentication signedIn) {
        escalation.note(Staff.of(signedIn), id, note, stillWorking);
        return back(id);
    }

    /** What goes out next, beside the choice about the hold. */
    @GetMapping("/next-texts")
    String nextTexts(@PathVariable String id, Authentication signedIn, Model model) {
        model.addAttribute("next", escalation.nextTexts(Staff.of(signedIn), id));
        return "case-deeds :: next";
    }

    @PostMapping("/no-risk")
    String noRisk(@PathVariable String id, NoRiskForm form, Authentication signedIn, RedirectAttributes flash) {
        escalation.noRisk(Staff.of(signedIn), id, endings.read(form));
        flash.addFlashAttribute("done", "The case is closed: no risk found. A second person reads it.");
        return back(id);
    }

    @PostMapping("/resolution")
    String resolve(@PathVariable String id, ResolutionForm form, Authentication signedIn, RedirectAttributes flash) {
        escalation.resolve(Staff.of(signedIn), id, endings.read(form));
        flash.addFlashAttribute("done", "The case is resolved.");
        return back(id);
    }

    @PostMapping("/reopening")
    String reopen(@PathVariable String id, @RequestParam String reason, Authentication signedIn) {
        escalation.reopen(Staff.of(signedIn), id, reason);
        return back(id);
    }

    private static String back(String id) {
        return "redirect:/escalations/" + id;
    }
}
