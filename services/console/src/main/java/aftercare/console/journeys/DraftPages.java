package aftercare.console.journeys;

import aftercare.console.login.Staff;
import aftercare.console.oncall.ClinicTimes;
import aftercare.console.remote.Deeds;
import aftercare.console.remote.VersionService;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.node.ObjectNode;

/** The draft as a whole: begun, looked at, set up, imported, discarded. */
@Controller
class DraftPages {
    static final String DRAFT = "redirect:/journeys/draft";
    private static final String HOME = "redirect:/journeys";

    private final VersionService versions;
    private final ClinicTimes times;

    DraftPages(VersionService versions, ClinicTimes times) {
        this.versions = versions;
        this.times = times;
    }

    @GetMapping("/journeys/draft")
    String show(Authentication signedIn, Model model) {
        var staff = Staff.of(signedIn);
        var asked = versions.draftIfAny(staff);
        var draft = asked.value();
        if (draft == null) {
            return HOME;
        }
        model.addAttribute("draft", draft);
        model.addAttribute("picture", Picture.of(draft.journey()));
        model.addAttribute("f", new Fields(draft.journey()));
        model.addAttribute("times", times);
        if (!model.containsAttribute("yaml")) {
            model.addAttribute("yaml", versions.yaml(staff, "draft"));
        }
        return "journey-draft";
    }

    @GetMapping("/journeys/draft/yaml")
    ResponseEntity<byte[]> yaml(Authentication signedIn) {
        return JourneyPages.file(versions.yaml(Staff.of(signedIn), "draft"), "draft");
    }

    /** @param version begin with this one; none: with no message at all */
    @PostMapping("/journeys/draft")
    String start(
            @RequestParam(required = false) @Nullable Integer version,
            Authentication signedIn,
            RedirectAttributes flash) {
        var staff = Staff.of(signedIn);
        return Deeds.tell(flash, "This is your draft. Nothing of it reaches a patient before it is published.", () -> {
                    if (version == null) {
                        versions.startEmpty(staff);
                    } else {
                        versions.startFrom(staff, version);
                    }
                })
                ? DRAFT
                : HOME;
    }

    @PostMapping("/journeys/draft/discard")
    String discard(Authentication signedIn, RedirectAttributes flash) {
        Deeds.tell(
                flash,
                "The draft is discarded. The journey in force goes on as it is.",
                () -> versions.discard(Staff.of(signedIn)));
        return HOME;
    }

    @PostMapping("/journeys/draft/settings")
    String settings(
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam String was,
            Authentication signedIn,
            RedirectAttributes flash) {
        var staff = Staff.of(signedIn);
        Deeds.tell(flash, "The settings are saved in the draft.", () -> {
            var base = (ObjectNode) versions.draft(staff).journey();
            base.remove("touchpoints");
            base.remove("topics");
            versions.settings(staff, TouchpointForm.settings(form, base), was);
        });
        return DRAFT;
    }

    /** What was typed is kept when the file is refused. */
    @PostMapping("/journeys/draft/yaml")
    String importYaml(
            @RequestParam String yaml, @RequestParam String was, Authentication signedIn, RedirectAttributes flash) {
        if (!Deeds.tell(
                flash,
                "The file is the draft now. Look at what is to mend, and at the picture.",
                () -> versions.importYaml(Staff.of(signedIn), yaml, was))) {
            flash.addFlashAttribute("yaml", yaml);
        }
        return DRAFT;
    }
}
