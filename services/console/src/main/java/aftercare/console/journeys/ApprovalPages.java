package aftercare.console.journeys;

import aftercare.console.login.Staff;
import aftercare.console.oncall.ClinicTimes;
import aftercare.console.remote.Deeds;
import aftercare.console.remote.VersionService;
import aftercare.console.remote.VersionService.Sample;
import aftercare.console.remote.VersionService.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;

/** A clinician reads what patients would read, and answers for it. */
@Controller
public class ApprovalPages {
    private static final List<String> PARTS = List.of("touchpoints", "topics");

    private final VersionService versions;
    private final ClinicTimes times;

    ApprovalPages(VersionService versions, ClinicTimes times) {
        this.versions = versions;
        this.times = times;
    }

    public record Waiting(String id, String name, String digest, String where, List<Sample> samples) {
        public String key() {
            return id + "|" + digest;
        }
    }

    @GetMapping("/journeys/approvals")
    String show(Authentication signedIn, Model model) {
        var staff = Staff.of(signedIn);
        var waiting = new LinkedHashMap<String, Waiting>();
        var draft = versions.draftIfAny(staff).value();
        if (draft != null) {
            add(waiting, "in the draft", draft.journey(), draft.texts(), staff);
        }
        for (var version : versions.versions(staff)) {
            if (!version.state().equals("RETIRED")) {
                var view = versions.version(staff, String.valueOf(version.number()));
                add(
                        waiting,
                        version.state().equals("PUBLISHED") ? "in force" : "scheduled",
                        view.journey(),
                        view.texts(),
                        staff);
            }
        }
        model.addAttribute("waiting", List.copyOf(waiting.values()));
        model.addAttribute("times", times);
        return "journey-approvals";
    }

    private void add(Map<String, Waiting> waiting, String where, JsonNode journey, List<Text> texts, Staff staff) {
        for (var text : texts) {
            if (text.approval() == null) {
                waiting.computeIfAbsent(
                        text.id() + "|" + text.digest(),
                        key -> new Waiting(
                                text.id(), text.name(), text.digest(), where, samples(journey, text.id(), staff)));
            }
        }
    }

    private List<Sample> samples(JsonNode journey, String id, Staff staff) {
        for (var part : PARTS) {
            for (var element : journey.path(part)) {
                if (element.path("id").asString("").equals(id)) {
                    return versions.preview(staff, part, id, element).samples();
                }
            }
        }
        return List.of();
    }

    /** @param read id and digest of each ticked text, as it was shown */
    @PostMapping("/journeys/approvals")
    String approve(
            @RequestParam(defaultValue = "") List<String> read, Authentication signedIn, RedirectAttributes flash) {
        var texts = new ArrayList<Map<String, String>>();
        for (var one : read) {
            var parts = one.split("\\|", 2);
            if (parts.length == 2) {
                texts.add(Map.of("id", parts[0], "digest", parts[1]));
            }
        }
        if (texts.isEmpty()) {
            flash.addFlashAttribute("problem", "Tick the texts that you have read, then approve them.");
        } else {
            Deeds.tell(
                    flash,
                    texts.size() == 1
                            ? "One text is approved in your name."
                            : texts.size() + " texts are approved in your name.",
                    () -> versions.approve(Staff.of(signedIn), texts));
        }
        return "redirect:/journeys/approvals";
    }
}
