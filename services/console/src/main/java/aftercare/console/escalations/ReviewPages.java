package aftercare.console.escalations;

import aftercare.console.login.Staff;
import aftercare.console.remote.CaseDeedService;
import aftercare.console.remote.CaseDeedService.Review;
import aftercare.console.remote.MessagingService;
import aftercare.console.remote.MessagingService.Text;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a second person reads how colleagues ended cases, each beside the replies it is about. */
@Controller
class ReviewPages {
    private final CaseDeedService escalation;
    private final MessagingService messaging;

    ReviewPages(CaseDeedService escalation, MessagingService messaging) {
        this.escalation = escalation;
        this.messaging = messaging;
    }

    @GetMapping("/reviews")
    String waiting(Authentication signedIn, Model model) {
        var staff = Staff.of(signedIn);
        model.addAttribute(
                "endings",
                escalation.reviews(staff).stream()
                        .map(review -> new Ending(review, review.yours() ? replies(staff, review) : List.of()))
                        .toList());
        return "reviews";
    }

    private List<Text> replies(Staff staff, Review review) {
        return review.lineIds().stream()
                .flatMap(line -> messaging.thread(staff, line).stream())
                .filter(text -> review.replyIds().contains(text.id()))
                .toList();
    }

    @PostMapping("/reviews/{id}/confirmation")
    String confirm(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String words,
            Authentication signedIn,
            RedirectAttributes flash) {
        escalation.confirm(Staff.of(signedIn), id, words);
        flash.addFlashAttribute("done", "Confirmed.");
        return "redirect:/reviews";
    }

    @PostMapping("/reviews/{id}/return")
    String sendBack(
            @PathVariable String id, @RequestParam String reason, Authentication signedIn, RedirectAttributes flash) {
        var returned = escalation.sendBack(Staff.of(signedIn), id, reason);
        flash.addFlashAttribute(
                "done",
                returned.into() == null
                        ? "Sent back. The case is open again and on-call is being paged."
                        : "Sent back into case " + returned.into() + ", which is open for the same people.");
        return "redirect:/reviews";
    }

    /** {@code replies}: only for whoever may judge them. */
    record Ending(Review review, List<Text> replies) {}
}
