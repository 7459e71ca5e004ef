package aftercare.console.patients;

import aftercare.console.login.Staff;
import aftercare.console.remote.Asked;
import aftercare.console.remote.MessagingService;
import aftercare.console.remote.MessagingService.Patient;
import aftercare.console.remote.ProgressService;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Patients by name or number, and the lists of who fell, who went silent and who is due. */
@Controller
class PatientListPages {
    private static final int AT_A_TIME = 50;

    private final MessagingService messaging;
    private final ProgressService progress;

    PatientListPages(MessagingService messaging, ProgressService progress) {
        this.messaging = messaging;
        this.progress = progress;
    }

    @GetMapping("/patients")
    String all(
            @RequestParam(defaultValue = "all") String list,
            @RequestParam(defaultValue = "0") int page,
            Authentication signedIn,
            Model model) {
        var staff = Staff.of(signedIn);
        model.addAttribute("lists", PatientList.values());
        var which = PatientList.named(list);
        if (which.isPresent()) {
            show(which.get(), page, staff, model);
        } else {
            model.addAttribute("here", "all");
            model.addAttribute("patients", messaging.search(staff, ""));
        }
        return "patients";
    }

    /** By POST, so that a name or number never stands in a URL (S9). */
    @PostMapping("/patients")
    String search(@RequestParam String text, Authentication signedIn, Model model) {
        model.addAttribute("lists", PatientList.values());
        model.addAttribute("here", "all");
        model.addAttribute("patients", messaging.search(Staff.of(signedIn), text));
        model.addAttribute("searched", text);
        return "patients";
    }

    private void show(PatientList which, int page, Staff staff, Model model) {
        int asked = Math.max(page, 0);
        var found = progress.list(staff, which.word(), asked * AT_A_TIME, AT_A_TIME);
        model.addAttribute("here", which.word());
        model.addAttribute("rows", found.rows());
        model.addAttribute("total", found.total());
        model.addAttribute("page", asked);
        model.addAttribute("last", Math.max(0, (found.total() - 1) / AT_A_TIME));
        model.addAttribute(
                "touchpoints", Asked.of(() -> progress.touchpointNames(staff)).orElse(Map.of()));
        model.addAttribute(
                "people",
                people(
                        staff,
                        found.rows().stream()
                                .map(ProgressService.Row::patientId)
                                .toList()));
    }

    private Map<String, Patient> people(Staff staff, List<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : messaging.named(staff, ids).stream()
                        .collect(Collectors.toMap(Patient::patientId, Function.identity()));
    }
}
