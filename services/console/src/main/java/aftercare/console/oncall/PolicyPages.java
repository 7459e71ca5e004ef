package aftercare.console.oncall;

import aftercare.console.login.Staff;
import aftercare.console.remote.Deeds;
import aftercare.console.remote.OnCallService;
import aftercare.console.remote.OnCallService.Named;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whom to page in which order, for admins. */
@Controller
class PolicyPages {
    private final OnCallService onCall;

    PolicyPages(OnCallService onCall) {
        this.onCall = onCall;
    }

    @GetMapping("/on-call/policies")
    String show(Authentication signedIn, Model model) {
        var staff = Staff.of(signedIn);
        model.addAttribute(
                "policies", onCall.policies(staff).stream().map(PolicyForm::of).toList());
        model.addAttribute("targets", targets(staff));
        model.addAttribute("ways", PolicyForm.WAYS);
        return "policies";
    }

    private List<Named> targets(Staff staff) {
        return Stream.of(
                        onCall.rotations(staff).stream()
                                .map(rotation -> new Named("rotation:" + rotation.id(), "Rotation " + rotation.name())),
                        onCall.colleagues(staff).stream()
                                .filter(colleague -> colleague.roles().contains("CLINICIAN"))
                                .map(colleague -> new Named(colleague.id(), colleague.name())),
                        onCall.answeringServices(staff).stream(),
                        Stream.of(new Named("everyone", "Everyone"), new Named("director", "The director")))
                .flatMap(names -> names)
                .toList();
    }

    @PostMapping("/on-call/policies/{cause}")
    String save(
            @PathVariable String cause,
            @RequestParam MultiValueMap<String, String> fields,
            Authentication signedIn,
            RedirectAttributes flash) {
        Deeds.tell(
                flash,
                "The policy is saved. The next page follows it.",
                () -> onCall.putPolicy(Staff.of(signedIn), PolicyForm.read(cause, fields)));
        return "redirect:/on-call/policies";
    }
}
