package aftercare.console.escalations;

import aftercare.console.login.Staff;
import aftercare.console.remote.CareService;
import aftercare.console.remote.CaseDeedService;
import aftercare.console.remote.EscalationService;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** One case and its steps. The part that changes is served alone too, for the live view. */
@Controller
class CasePages {
    private final EscalationService escalation;
    private final CaseDeedService deeds;
    private final CareService care;
    private final CaseView view;

    CasePages(EscalationService escalation, CaseDeedService deeds, CareService care, CaseView view) {
        this.escalation = escalation;
        this.deeds = deeds;
        this.care = care;
        this.view = view;
    }

    @GetMapping("/escalations/{id}")
    String one(@PathVariable String id, Authentication signedIn, Model model) {
        live(id, signedIn, model);
        var staff = Staff.of(signedIn);
        model.addAttribute("dispositions", escalation.endings(staff));
        model.addAttribute("colleagues", staff.clinician() ? deeds.colleagues(staff, id) : List.of());
        return "case";
    }

    @GetMapping("/escalations/{id}/live")
    String live(@PathVariable String id, Authentication signedIn, Model model) {
        view.into(model, Staff.of(signedIn), id);
        return "case :: live";
    }

    /** By script only the checklist comes back; without one, the page. */
    @PostMapping("/escalations/{id}/protocol/{step}")
    String tick(
            @PathVariable String id,
            @PathVariable String step,
            @RequestParam boolean done,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script,
            Authentication signedIn,
            Model model) {
        var staff = Staff.of(signedIn);
        care.tick(staff, id, step, done);
        if (script == null) {
            return "redirect:/escalations/" + id + "#protocol";
        }
        model.addAttribute("caseId", id);
        view.protocolInto(model, staff, id);
        return "case :: protocol";
    }
}
