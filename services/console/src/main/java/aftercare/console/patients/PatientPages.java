package aftercare.console.patients;

import aftercare.console.login.Staff;
import aftercare.console.remote.Asked;
import aftercare.console.remote.CareService;
import aftercare.console.remote.ColleagueService;
import aftercare.console.remote.JourneysService;
import aftercare.console.remote.MessagingService;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of patients, and one patient's texts, plan and answers. */
@Controller
class PatientPages {
    private final MessagingService messaging;
    private final JourneysService journeys;
    private final CareService care;
    private final ColleagueService colleagues;

    PatientPages(MessagingService messaging, JourneysService journeys, CareService care, ColleagueService colleagues) {
        this.messaging = messaging;
        this.journeys = journeys;
        this.care = care;
        this.colleagues = colleagues;
    }

    @GetMapping("/patients")
    String all(Authentication signedIn, Model model) {
        model.addAttribute("patients", messaging.search(Staff.of(signedIn), ""));
        return "patients";
    }

    /** By POST, so that a name or number never stands in a URL (S9). */
    @PostMapping("/patients")
    String search(@RequestParam String text, Authentication signedIn, Model model) {
        model.addAttribute("patients", messaging.search(Staff.of(signedIn), text));
        model.addAttribute("searched", text);
        return "patients";
    }

    @GetMapping("/patients/{id}")
    String one(@PathVariable String id, Authentication signedIn, Model model) {
        live(id, signedIn, model);
        return "patient";
    }

    @GetMapping("/patients/{id}/live")
    String live(@PathVariable String id, Authentication signedIn, Model model) {
        var staff = Staff.of(signedIn);
        var patient = messaging.patient(staff, id);
        model.addAttribute("patient", patient);
        model.addAttribute("lineId", patient.lineId());
        model.addAttribute("back", "/patients/" + id);
        model.addAttribute("names", colleagues.names(staff));
        model.addAttribute("safetyPlan", Asked.ofWhatMayBe(() -> care.safetyPlan(staff, id)));
        model.addAttribute("timeline", messaging.timeline(staff, id));
        model.addAttribute("plan", journeys.plan(staff, id));
        model.addAttribute("answers", journeys.answers(staff, id));
        return "patient :: live";
    }

    @PostMapping("/patients/{id}/consent")
    String consent(
            @PathVariable String id,
            @RequestParam boolean granted,
            @RequestParam String reason,
            Authentication signedIn) {
        messaging.recordConsent(Staff.of(signedIn), id, granted, reason);
        return "redirect:/patients/" + id;
    }
}
