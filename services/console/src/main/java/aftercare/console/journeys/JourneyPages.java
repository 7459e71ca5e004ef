package aftercare.console.journeys;

import aftercare.console.login.Staff;
import aftercare.console.remote.JourneysService;
import aftercare.console.remote.Problem;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The default journey as a file. */
@Controller
class JourneyPages {
    private final JourneysService journeys;

    JourneyPages(JourneysService journeys) {
        this.journeys = journeys;
    }

    @GetMapping("/journeys")
    String show(Authentication signedIn, Model model) {
        if (!model.containsAttribute("yaml")) {
            model.addAttribute("yaml", journeys.journey(Staff.of(signedIn)));
        }
        return "journeys";
    }

    /** What was typed is kept when the import is refused. */
    @PostMapping("/journeys")
    String publish(@RequestParam String yaml, Authentication signedIn, RedirectAttributes flash) {
        try {
            journeys.importJourney(Staff.of(signedIn), yaml);
            flash.addFlashAttribute("done", "The journey is published. Plans follow it from now on.");
        } catch (HttpClientErrorException refused) {
            flash.addFlashAttribute("yaml", yaml);
            flash.addFlashAttribute("problem", Problem.of(refused).detail());
        }
        return "redirect:/journeys";
    }
}
