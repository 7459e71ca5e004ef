package aftercare.console.journeys;

import aftercare.console.login.Staff;
import aftercare.console.oncall.ClinicTimes;
import aftercare.console.remote.ColleagueService;
import aftercare.console.remote.Deeds;
import aftercare.console.remote.JourneyCareService;
import aftercare.console.remote.VersionService;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The journey at a glance: what is in force, what waits, what nobody has approved, what is paused; and each version as a picture. */
@Controller
class JourneyPages {
    private final VersionService versions;
    private final JourneyCareService care;
    private final ColleagueService colleagues;
    private final ClinicTimes times;

    JourneyPages(VersionService versions, JourneyCareService care, ColleagueService colleagues, ClinicTimes times) {
        this.versions = versions;
        this.care = care;
        this.colleagues = colleagues;
        this.times = times;
    }

    @GetMapping("/journeys")
    String home(Authentication signedIn, Model model) {
        var staff = Staff.of(signedIn);
        model.addAttribute("current", versions.version(staff, "current"));
        model.addAttribute("draft", versions.draftIfAny(staff).value());
        model.addAttribute("versions", versions.versions(staff));
        model.addAttribute("pauses", care.pauses(staff).pauses());
        model.addAttribute("closures", care.closures(staff));
        model.addAttribute("names", colleagues.namesIfTold(staff));
        model.addAttribute("times", times);
        return "journeys";
    }

    /** @param name a number, or {@code current} */
    @GetMapping("/journeys/versions/{name}")
    String version(@PathVariable String name, Authentication signedIn, Model model) {
        var staff = Staff.of(signedIn);
        var view = versions.version(staff, name);
        model.addAttribute("view", view);
        model.addAttribute("picture", Picture.of(view.journey()));
        model.addAttribute("texts", view.texts());
        model.addAttribute("names", colleagues.namesIfTold(staff));
        model.addAttribute("times", times);
        return "journey-version";
    }

    /** The file, to keep or to edit elsewhere. */
    @GetMapping("/journeys/versions/{name}/yaml")
    ResponseEntity<byte[]> yaml(@PathVariable String name, Authentication signedIn) {
        return file(versions.yaml(Staff.of(signedIn), name), name);
    }

    static ResponseEntity<byte[]> file(String yaml, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/yaml;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"journey-" + name + ".yaml\"")
                .body(yaml.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/journeys/undo")
    String undo(Authentication signedIn, RedirectAttributes flash) {
        Deeds.tell(
                flash,
                "Taken back. The former version is in force, and plans follow it from now on.",
                () -> versions.undo(Staff.of(signedIn)));
        return "redirect:/journeys";
    }
}
