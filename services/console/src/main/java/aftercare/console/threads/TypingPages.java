package aftercare.console.threads;

import aftercare.console.login.Staff;
import aftercare.console.remote.MessagingService;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A colleague texts a patient themselves. */
@Controller
class TypingPages {
    private final MessagingService messaging;

    TypingPages(MessagingService messaging) {
        this.messaging = messaging;
    }

    /** @param back the page it was typed on, one of this console's own */
    @PostMapping("/lines/{id}/texts")
    String type(
            @PathVariable String id,
            @RequestParam String text,
            @RequestParam(required = false) @Nullable String answersReplyId,
            @RequestParam String back,
            Authentication signedIn,
            RedirectAttributes flash) {
        messaging.type(Staff.of(signedIn), id, text, answersReplyId);
        flash.addFlashAttribute("done", "Your text is on its way. The thread says when it has arrived.");
        return "redirect:" + (back.matches("/(escalations|patients|lines)/[A-Za-z0-9._:-]+") ? back : "/lines/" + id);
    }
}
