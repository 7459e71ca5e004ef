package aftercare.console.oncall;

import aftercare.console.login.Staff;
import aftercare.console.login.StaffAccounts;
import aftercare.console.remote.Deeds;
import aftercare.console.remote.OnCallService;
import aftercare.platform.access.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who works here, for admins: entering colleagues, their login, and closing both; and the answering services. */
@Controller
class StaffPages {
    private static final String BACK = "redirect:/on-call/staff";
    private static final int SHORTEST_PASSWORD = 12;

    private final OnCallService onCall;
    private final StaffAccounts accounts;

    StaffPages(OnCallService onCall, StaffAccounts accounts) {
        this.onCall = onCall;
        this.accounts = accounts;
    }

    @GetMapping("/on-call/staff")
    String show(Authentication signedIn, Model model) {
        var staff = Staff.of(signedIn);
        var colleagues = onCall.colleagues(staff);
        model.addAttribute("colleagues", colleagues);
        model.addAttribute(
                "withLogin",
                colleagues.stream()
                        .map(OnCallService.Colleague::id)
                        .filter(accounts::has)
                        .collect(Collectors.toSet()));
        model.addAttribute("services", onCall.answeringServices(staff));
        model.addAttribute("roles", List.of("STAFF", "CLINICIAN", "FRONT_DESK", "ADMIN", "OPERATOR"));
        return "staff";
    }

    @PostMapping("/on-call/staff")
    String save(
            @RequestParam String id,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") Set<String> roles,
            @RequestParam(defaultValue = "") String password,
            Authentication signedIn,
            RedirectAttributes flash) {
        if (!password.isEmpty() && password.length() < SHORTEST_PASSWORD) {
            flash.addFlashAttribute("problem", "A first password has 12 characters or more. Nothing was saved.");
            return BACK;
        }
        Deeds.tell(flash, "Saved. Whatever number is new, they verify themselves on the on-call page.", () -> {
            onCall.putColleague(
                    Staff.of(signedIn),
                    id.strip(),
                    name,
                    number.isBlank() ? null : number.replaceAll("\\s", ""),
                    roles);
            keepLogin(id.strip(), name, password, roles);
        });
        return BACK;
    }

    /** After the service took them: a login without a colleague behind it would be good for nothing. */
    private void keepLogin(String id, String name, String password, Set<String> roles) {
        var may = roles.stream().map(Role::valueOf).collect(Collectors.toSet());
        if (accounts.has(id)) {
            accounts.change(id, name, may);
        } else if (!password.isEmpty()) {
            accounts.open(id, name, password, may);
        }
    }

    @PostMapping("/on-call/staff/{id}/departure")
    String leave(@PathVariable String id, Authentication signedIn, RedirectAttributes flash) {
        Deeds.tell(
                flash, "Their account is closed and their shifts are freed. Look whether that leaves a hole.", () -> {
                    onCall.removeColleague(Staff.of(signedIn), id);
                    accounts.close(id);
                });
        return BACK;
    }

    @PostMapping("/on-call/staff/answering-services")
    String saveService(
            @RequestParam String id,
            @RequestParam String name,
            @RequestParam String number,
            Authentication signedIn,
            RedirectAttributes flash) {
        Deeds.tell(
                flash,
                "The answering service is saved. Name it in a policy so that it is called.",
                () -> onCall.putAnsweringService(Staff.of(signedIn), id.strip(), name, number.replaceAll("\\s", "")));
        return BACK;
    }

    @PostMapping("/on-call/staff/answering-services/removal")
    String removeService(@RequestParam String id, Authentication signedIn, RedirectAttributes flash) {
        Deeds.tell(
                flash,
                "The answering service is removed.",
                () -> onCall.removeAnsweringService(Staff.of(signedIn), id));
        return BACK;
    }
}
