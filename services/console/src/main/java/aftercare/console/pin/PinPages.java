package aftercare.console.pin;

import aftercare.console.login.Staff;
import aftercare.console.remote.PinService;
import aftercare.console.remote.Problem;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Setting one's own PIN, or another where it was forgotten or is locked. */
@Controller
class PinPages {
    private static final String BACK = "redirect:/on-call/pin";
    private static final int UNPROCESSABLE = 422;

    private final PinService pins;

    PinPages(PinService pins) {
        this.pins = pins;
    }

    @GetMapping("/on-call/pin")
    String show(Authentication signedIn, Model model) {
        model.addAttribute("state", pins.state(Staff.of(signedIn)));
        return "pin";
    }

    @PostMapping("/on-call/pin")
    String set(
            @RequestParam String pin, @RequestParam String again, Authentication signedIn, RedirectAttributes flash) {
        if (!pin.equals(again)) {
            flash.addFlashAttribute("problem", "The two are not the same. Type the PIN twice.");
            return BACK;
        }
        try {
            pins.set(Staff.of(signedIn), pin);
            flash.addFlashAttribute("done", "Your PIN is set. It is asked for when you call a patient from a page.");
        } catch (RestClientResponseException refused) {
            if (refused.getStatusCode().value() != UNPROCESSABLE) {
                throw refused;
            }
            flash.addFlashAttribute("problem", Problem.of(refused).detail());
        }
        return BACK;
    }
}
