package aftercare.console.patients;

import aftercare.console.login.Staff;
import aftercare.console.remote.MessagingService;
import aftercare.console.threads.Said;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What was said on one phone's line, also where no patient is known for it. */
@Controller
class LinePages {
    private final MessagingService messaging;

    LinePages(MessagingService messaging) {
        this.messaging = messaging;
    }

    @GetMapping("/lines/{id}")
    String thread(@PathVariable String id, Authentication signedIn, Model model) {
        var staff = Staff.of(signedIn);
        model.addAttribute("line", messaging.line(staff, id));
        model.addAttribute("lineId", id);
        model.addAttribute("thread", Said.plain(messaging.thread(staff, id)));
        model.addAttribute("back", "/lines/" + id);
        return "line";
    }
}
