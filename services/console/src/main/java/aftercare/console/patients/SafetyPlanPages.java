package aftercare.console.patients;

import aftercare.console.login.Staff;
import aftercare.console.remote.Asked;
import aftercare.console.remote.CareService;
import aftercare.console.remote.MessagingService;
import aftercare.console.remote.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a clinician writes a patient's safety plan down. */
@Controller
class SafetyPlanPages {
    private static final List<String> STEPS =
            List.of("warningSigns", "ownCoping", "distractions", "peopleWhoHelp", "professionals", "saferSurroundings");

    private final CareService care;
    private final MessagingService messaging;

    SafetyPlanPages(CareService care, MessagingService messaging) {
        this.care = care;
        this.messaging = messaging;
    }

    @GetMapping("/patients/{id}/safety-plan")
    String show(@PathVariable String id, Authentication signedIn, Model model) {
        var staff = Staff.of(signedIn);
        model.addAttribute("patient", messaging.patient(staff, id));
        var plan = Asked.ofWhatMayBe(() -> care.safetyPlan(staff, id));
        model.addAttribute("plan", plan);
        if (!model.containsAttribute("written")) {
            model.addAttribute("written", plan.value());
        }
        return "safety-plan";
    }

    /** What was typed is kept when it is refused. */
    @PostMapping("/patients/{id}/safety-plan")
    String write(
            @PathVariable String id,
            @RequestParam int basedOn,
            @RequestParam Map<String, String> form,
            Authentication signedIn,
            RedirectAttributes flash) {
        var plan = STEPS.stream()
                .collect(Collectors.toMap(
                        Function.identity(), step -> form.getOrDefault(step, "").strip()));
        try {
            care.writeSafetyPlan(Staff.of(signedIn), id, basedOn, plan);
        } catch (HttpClientErrorException refused) {
            flash.addFlashAttribute("written", plan);
            flash.addFlashAttribute("problem", Problem.of(refused).detail());
            return "redirect:/patients/" + id + "/safety-plan";
        }
        flash.addFlashAttribute("done", "The safety plan is written down.");
        return "redirect:/patients/" + id;
    }
}
