package aftercare.console.work;

import aftercare.console.login.Staff;
import aftercare.console.remote.CaseDeedService;
import aftercare.console.remote.ColleagueService;
import aftercare.console.remote.WorkService;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a human must look at, soonest due first, fifty at a time; closing it, and taking that back. */
@Controller
class WorkPages {
    private static final int AT_A_TIME = 50;
    private static final String SCRIPT = "X-Requested-With";

    private final WorkService work;
    private final ColleagueService colleagues;
    private final CaseDeedService deeds;

    WorkPages(WorkService work, ColleagueService colleagues, CaseDeedService deeds) {
        this.work = work;
        this.colleagues = colleagues;
        this.deeds = deeds;
    }

    @GetMapping("/work")
    String open(
            @RequestParam(defaultValue = "all") String list,
            @RequestParam(defaultValue = "0") int page,
            Authentication signedIn,
            Model model) {
        list(list, page, signedIn, model);
        return "work";
    }

    @GetMapping("/work/list")
    String list(
            @RequestParam(defaultValue = "all") String list,
            @RequestParam(defaultValue = "0") int page,
            Authentication signedIn,
            Model model) {
        var staff = Staff.of(signedIn);
        var counts = work.counts(staff);
        var tabs = Stream.of(WorkTab.values()).map(tab -> tab.counted(counts)).toList();
        var here = WorkTab.named(list).counted(counts);
        var last = Math.max(0, (here.open() - 1) / AT_A_TIME);
        var shown = Math.clamp(page, 0, last);
        model.addAttribute("tabs", tabs);
        model.addAttribute("here", here);
        model.addAttribute("page", shown);
        model.addAttribute("last", last);
        model.addAttribute("names", colleagues.names(staff));
        model.addAttribute(
                "items",
                here.kinds().isEmpty() ? List.of() : work.open(staff, here.kinds(), shown * AT_A_TIME, AT_A_TIME));
        return "work :: items";
    }

    @PostMapping("/work/{id}/closure")
    Object close(
            @PathVariable String id,
            @RequestParam String note,
            @RequestHeader(name = SCRIPT, required = false) @Nullable String script,
            Authentication signedIn,
            RedirectAttributes flash) {
        work.close(Staff.of(signedIn), id, note);
        return answer(script, "Done.", flash);
    }

    @PostMapping("/work/{id}/reopening")
    Object reopen(
            @PathVariable String id,
            @RequestHeader(name = SCRIPT, required = false) @Nullable String script,
            Authentication signedIn,
            RedirectAttributes flash) {
        work.reopen(Staff.of(signedIn), id);
        return answer(script, "Taken back: it waits again.", flash);
    }

    /** Takes it, gives it to a colleague, or, to nobody, back to the front desk. */
    @PostMapping("/work/{id}/owner")
    Object assign(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "/work") String back,
            Authentication signedIn,
            RedirectAttributes flash) {
        work.assign(Staff.of(signedIn), id, owner.isEmpty() ? null : owner);
        flash.addFlashAttribute("done", owner.isEmpty() ? "It is the front desk's again." : "It has an owner.");
        return "redirect:" + (back.matches("/(work|patients/[\\w.-]+)") ? back : "/work");
    }

    /** A call about a follow-up or an agreed contact. */
    @PostMapping("/work/{id}/contact")
    String contact(
            @PathVariable String id,
            @RequestParam String outcome,
            @RequestParam(defaultValue = "") String words,
            Authentication signedIn) {
        deeds.contact(Staff.of(signedIn), id, outcome, words);
        return "redirect:/work";
    }

    /** Phones held for more than three days. */
    @GetMapping("/holds")
    String longHolds(Authentication signedIn, Model model) {
        model.addAttribute("holds", deeds.longHolds(Staff.of(signedIn)));
        return "holds";
    }

    @PostMapping("/work/holds/{id}/release")
    String release(
            @PathVariable String id, @RequestParam boolean cancel, @RequestParam String note, Authentication signedIn) {
        work.release(Staff.of(signedIn), id, cancel, note);
        return "redirect:/work";
    }

    private static Object answer(@Nullable String script, String words, RedirectAttributes flash) {
        if (script != null) {
            return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(words);
        }
        flash.addFlashAttribute("done", words);
        return "redirect:/work";
    }
}
