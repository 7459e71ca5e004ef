package aftercare.simulator.mail;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What came by e-mail. */
@RestController
class MailController {
    private final Mails mails;

    MailController(Mails mails) {
        this.mails = mails;
    }

    @GetMapping("/v1/mails")
    List<Mail> all() {
        return mails.newest();
    }
}
