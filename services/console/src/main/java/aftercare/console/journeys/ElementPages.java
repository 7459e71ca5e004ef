package aftercare.console.journeys;

import aftercare.console.login.Staff;
import aftercare.console.remote.Deeds;
import aftercare.console.remote.Problem;
import aftercare.console.remote.VersionService;
import aftercare.console.remote.VersionService.Draft;
import aftercare.console.remote.VersionService.Mend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One touchpoint or topic of the draft: written with a preview beside it, saved, copied, removed, and tried on one's own phone. */
@Controller
class ElementPages {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TOUCHPOINTS = "touchpoints";

    private final VersionService versions;

    ElementPages(VersionService versions) {
        this.versions = versions;
    }

    @GetMapping("/journeys/draft/{part:touchpoints|topics}/{id}")
    String edit(@PathVariable String part, @PathVariable String id, Authentication signedIn, Model model) {
        var draft = versions.draft(Staff.of(signedIn));
        var element = find(draft, part, id);
        if (element.isEmpty()) {
            return DraftPages.DRAFT;
        }
        return form(part, id, draft.tagOf(id), element.get(), draft, problems(draft, id), model);
    }

    /**
     * @param kind what a new message begins with
     * @param of the element that is copied instead
     */
    @GetMapping("/journeys/draft/{part:touchpoints|topics}/new")
    String add(
            @PathVariable String part,
            @RequestParam(defaultValue = "EMPTY") Beginnings kind,
            @RequestParam(required = false) @Nullable String of,
            Authentication signedIn,
            Model model) {
        var draft = versions.draft(Staff.of(signedIn));
        var taken = new ArrayList<>(ids(draft, TOUCHPOINTS));
        taken.addAll(ids(draft, "topics"));
        var copied = of == null ? Optional.<ObjectNode>empty() : find(draft, part, of);
        ObjectNode element = copied.map(ObjectNode::deepCopy)
                .orElseGet(() -> part.equals(TOUCHPOINTS) ? kind.element(taken) : topic(taken));
        copied.ifPresent(original -> element.put("id", Beginnings.freeId(taken, letter(part)))
                .put("name", original.path("name").asString("") + " (copy)"));
        return form(part, element.path("id").asString(""), "", element, draft, List.of(), model);
    }

    private static ObjectNode topic(List<String> taken) {
        return JSON.createObjectNode().put("id", Beginnings.freeId(taken, letter("topics")));
    }

    private static String letter(String part) {
        return part.equals(TOUCHPOINTS) ? "T" : "E";
    }

    private String form(
            String part, String id, String was, ObjectNode element, Draft draft, List<Mend> problems, Model model) {
        model.addAttribute("part", part);
        model.addAttribute("elementId", id);
        model.addAttribute("was", was);
        model.addAttribute("f", new Fields(element));
        model.addAttribute("base", JSON.writeValueAsString(element));
        model.addAttribute("mends", problems);
        model.addAttribute("others", ids(draft, TOUCHPOINTS));
        model.addAttribute("topics", ids(draft, "topics"));
        return part.equals(TOUCHPOINTS) ? "touchpoint" : "topic";
    }

    /** Saved even with mistakes in it: they are told at their fields, and only publishing needs them mended. */
    @PostMapping("/journeys/draft/{part:touchpoints|topics}/{id}")
    String save(
            @PathVariable String part,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam String was,
            Authentication signedIn,
            Model model,
            RedirectAttributes flash) {
        var staff = Staff.of(signedIn);
        var element = read(part, form);
        try {
            versions.put(staff, part, id, element, was);
        } catch (HttpClientErrorException refused) {
            model.addAttribute("problem", Problem.of(refused).detail());
            return form(part, id, was, element, versions.draft(staff), List.of(), model);
        }
        var saved = element.path("id").asString(id);
        var draft = versions.draft(staff);
        if (problems(draft, saved).isEmpty()) {
            flash.addFlashAttribute("done", saved + " is saved in the draft.");
            return DraftPages.DRAFT;
        }
        flash.addFlashAttribute(
                "done", saved + " is saved in the draft. Something is still to mend before it can be published:");
        return "redirect:/journeys/draft/" + part + "/" + saved;
    }

    @PostMapping("/journeys/draft/{part:touchpoints|topics}/{id}/removal")
    String remove(
            @PathVariable String part,
            @PathVariable String id,
            @RequestParam String was,
            Authentication signedIn,
            RedirectAttributes flash) {
        Deeds.tell(
                flash,
                id + " is removed from the draft. Patients get it until the draft is published.",
                () -> versions.remove(Staff.of(signedIn), part, id, was));
        return DraftPages.DRAFT;
    }

    /** As it stands in the form, saved or not. */
    @PostMapping("/journeys/draft/{part:touchpoints|topics}/{id}/preview")
    String preview(
            @PathVariable String part,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Authentication signedIn,
            Model model) {
        var preview = versions.preview(Staff.of(signedIn), part, id, read(part, form));
        model.addAttribute("preview", preview);
        model.addAttribute("part", part);
        model.addAttribute("elementId", id);
        return "preview :: preview";
    }

    @PostMapping("/journeys/draft/{part:touchpoints|topics}/{id}/test-text")
    String test(
            @PathVariable String part,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam String field,
            Authentication signedIn,
            Model model) {
        try {
            versions.testText(Staff.of(signedIn), part, id, read(part, form), field);
            model.addAttribute("sent", "Sent to your own phone, marked as a test.");
        } catch (HttpClientErrorException refused) {
            model.addAttribute("refused", Problem.of(refused).detail());
        }
        return "preview :: sent";
    }

    /** What the form does not show is kept as it was when the form was opened. */
    private static ObjectNode read(String part, MultiValueMap<String, String> form) {
        var base = form.getFirst("base") != null && JSON.readTree(form.getFirst("base")) instanceof ObjectNode tree
                ? tree
                : JSON.createObjectNode();
        return part.equals(TOUCHPOINTS) ? TouchpointForm.touchpoint(form, base) : TouchpointForm.topic(form, base);
    }

    private static List<Mend> problems(Draft draft, String id) {
        return draft.problems().stream()
                .filter(problem -> problem.touchpoint().equals(id))
                .toList();
    }

    private static Optional<ObjectNode> find(Draft draft, String part, String id) {
        for (var element : draft.journey().path(part)) {
            if (element instanceof ObjectNode found
                    && found.path("id").asString("").equals(id)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static List<String> ids(Draft draft, String part) {
        var ids = new ArrayList<String>();
        draft.journey().path(part).forEach(element -> ids.add(element.path("id").asString("")));
        return ids;
    }
}
