package aftercare.console.escalations;

import aftercare.console.login.Staff;
import aftercare.console.remote.EscalationService;
import aftercare.console.remote.MessagingService;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Today's cases, and one case. Each page part that changes is served alone too, for the live view. */
@Controller
class CasePages {
    private final EscalationService escalation;
    private final MessagingService messaging;
    private final ResolutionForm.Reader resolutions;

    CasePages(EscalationService escalation, MessagingService messaging, ResolutionForm.Reader resolutions) {
        this.escalation = escalation;
        this.messaging = messaging;
        this.resolutions = resolutions;
    }

    @GetMapping("/")
    String today(Authentication signedIn, Model model) {
        list(signedIn, model);
        return "today";
    }

    @GetMapping("/escalations/list")
    String list(Authentication signedIn, Model model) {
        model.addAttribute("cases", escalation.today(Staff.of(signedIn)));
        return "today :: cases";
    }

    @GetMapping("/escalations/{id}")
    String one(@PathVariable String id, Authentication signedIn, Model model) {
        live(id, signedIn, model);
        model.addAttribute("dispositions", escalation.endings(Staff.of(signedIn)));
        return "case";
    }

    @GetMapping("/escalations/{id}/live")
    String live(@PathVariable String id, Authentication signedIn, Model model) {
        var staff = Staff.of(signedIn);
        var found = escalation.byId(staff, id);
        model.addAttribute("case", found);
        model.addAttribute("thread", messaging.thread(staff, found.lineId()));
        model.addAttribute(
                "patients",
                found.patientIds().stream()
                        .map(patient -> messaging.patient(staff, patient))
                        .toList());
        return "case :: live";
    }

    @PostMapping("/escalations/{id}/acknowledgement")
    String acknowledge(@PathVariable String id, Authentication signedIn) {
        escalation.acknowledge(Staff.of(signedIn), id);
        return "redirect:/escalations/" + id;
    }

    @PostMapping("/escalations/{id}/notes")
    String note(
            @PathVariable String id,
            @RequestParam String note,
            @RequestParam(defaultValue = "false") boolean call,
            Authentication signedIn) {
        escalation.note(Staff.of(signedIn), id, note, call);
        return "redirect:/escalations/" + id;
    }

    @PostMapping("/escalations/{id}/resolution")
    String resolve(@PathVariable String id, ResolutionForm form, Authentication signedIn, RedirectAttributes flash) {
        escalation.resolve(Staff.of(signedIn), id, resolutions.read(form));
        flash.addFlashAttribute("done", "The case is resolved.");
        return "redirect:/escalations/" + id;
    }

    @PostMapping("/escalations/{id}/reopening")
    String reopen(@PathVariable String id, @RequestParam String reason, Authentication signedIn) {
        escalation.reopen(Staff.of(signedIn), id, reason);
        return "redirect:/escalations/" + id;
    }
}
