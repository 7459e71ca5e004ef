package aftercare.console.oncall;

import aftercare.console.login.Staff;
import aftercare.console.remote.Deeds;
import aftercare.console.remote.OnCallService;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How I am reached: my numbers and addresses, verified by a test page that I heard. */
@Controller
class ContactPages {
    private static final String BACK = "redirect:/on-call/contacts";

    private final OnCallService onCall;
    private final ClinicTimes times;

    ContactPages(OnCallService onCall, ClinicTimes times) {
        this.onCall = onCall;
        this.times = times;
    }

    @GetMapping("/on-call/contacts")
    String show(Authentication signedIn, Model model) {
        var staff = Staff.of(signedIn);
        model.addAttribute("methods", onCall.contactMethods(staff, staff.id()));
        model.addAttribute("times", times);
        return "contacts";
    }

    @PostMapping("/on-call/contacts")
    String add(
            @RequestParam String kind,
            @RequestParam String address,
            Authentication signedIn,
            RedirectAttributes flash) {
        var staff = Staff.of(signedIn);
        Deeds.tell(
                flash,
                "Entered. Send yourself a test page now: until you give its code back it counts for nothing.",
                () -> onCall.addContactMethod(staff, staff.id(), kind, address.replaceAll("\\s", "")));
        return BACK;
    }

    @PostMapping("/on-call/contacts/{id}/test-page")
    String testPage(@PathVariable String id, Authentication signedIn, RedirectAttributes flash) {
        flash.addFlashAttribute("tested", id);
        Deeds.tell(
                flash,
                "A test page is on its way. Type its code below.",
                () -> onCall.sendTestPage(Staff.of(signedIn), id));
        return BACK;
    }

    @PostMapping("/on-call/contacts/{id}/verification")
    String verify(
            @PathVariable String id, @RequestParam String code, Authentication signedIn, RedirectAttributes flash) {
        flash.addFlashAttribute("tested", id);
        Deeds.tell(flash, "Verified: pages reach you this way.", () -> onCall.verify(Staff.of(signedIn), id, code));
        return BACK;
    }

    @PostMapping("/on-call/contacts/{id}/removal")
    String remove(@PathVariable String id, Authentication signedIn, RedirectAttributes flash) {
        Deeds.tell(
                flash,
                "Removed: no page goes there any more.",
                () -> onCall.removeContactMethod(Staff.of(signedIn), id));
        return BACK;
    }
}
