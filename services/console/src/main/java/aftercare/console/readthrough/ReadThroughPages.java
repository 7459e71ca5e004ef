package aftercare.console.readthrough;

import aftercare.console.login.Staff;
import aftercare.console.remote.ReadThroughService;
import aftercare.console.remote.ReadThroughService.Batch;
import aftercare.console.remote.ReadThroughService.Mark;
import aftercare.platform.clock.ClinicClock;
import java.time.Duration;
import java.time.Instant;
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

/** Fifty routine replies at a time. Each mark is a form; the page's script posts the same forms and stays where it is. */
@Controller
class ReadThroughPages {
    private static final String SCRIPT = "X-Requested-With";

    private final ReadThroughService readThrough;
    private final ClinicClock clock;

    ReadThroughPages(ReadThroughService readThrough, ClinicClock clock) {
        this.readThrough = readThrough;
        this.clock = clock;
    }

    @GetMapping("/read-through")
    String read(Authentication signedIn, Model model) {
        var staff = Staff.of(signedIn);
        var batch = readThrough.claim(staff);
        model.addAttribute("batch", batch);
        model.addAttribute("oldest", oldest(batch));
        model.addAttribute("rates", readThrough.missRates(staff));
        return "read-through";
    }

    @PostMapping("/read-through/{id}/seen")
    Object seen(
            @PathVariable String id,
            @RequestHeader(name = SCRIPT, required = false) @Nullable String script,
            Authentication signedIn,
            RedirectAttributes flash) {
        var staff = Staff.of(signedIn);
        return answer(script, seen(readThrough.seen(staff, id), staff), flash);
    }

    @PostMapping("/read-through/{id}/unseen")
    Object unseen(
            @PathVariable String id,
            @RequestHeader(name = SCRIPT, required = false) @Nullable String script,
            Authentication signedIn,
            RedirectAttributes flash) {
        readThrough.unseen(Staff.of(signedIn), id);
        return answer(script, "Not seen: it waits for a reader again.", flash);
    }

    @PostMapping("/read-through/{id}/flag")
    Object flag(
            @PathVariable String id,
            @RequestParam String level,
            @RequestHeader(name = SCRIPT, required = false) @Nullable String script,
            Authentication signedIn,
            RedirectAttributes flash) {
        var mark = readThrough.flag(Staff.of(signedIn), id, level);
        return answer(script, flagged(mark), flash);
    }

    private static String seen(Mark mark, Staff staff) {
        var by = mark.readBy();
        return staff.is(by) ? "Seen." : "Seen before by " + by + ".";
    }

    private static String flagged(Mark mark) {
        var level = "CRISIS".equals(mark.flaggedLevel()) ? "a crisis" : "a concern, now";
        return "Flagged as " + level + " by " + mark.flaggedBy() + ". The case is open and on-call is being paged.";
    }

    private static Object answer(@Nullable String script, String words, RedirectAttributes flash) {
        if (script != null) {
            return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(words);
        }
        flash.addFlashAttribute("done", words);
        return "redirect:/read-through";
    }

    private @Nullable String oldest(Batch batch) {
        var since = batch.backlog().oldestReceivedAt();
        return since == null ? null : age(since, clock.instant());
    }

    private static String age(Instant since, Instant now) {
        var age = Duration.between(since, now);
        if (age.toDays() > 1) {
            return age.toDays() + " days";
        }
        return age.toHours() > 0 ? age.toHours() + " h " + age.toMinutesPart() + " min" : age.toMinutes() + " min";
    }
}
