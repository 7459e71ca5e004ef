package aftercare.escalation.paging;

import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the carrier says became of a page. Calls repeat and overtake each other; the token names the text and no number. */
@RestController
class PageStatusWebhook {
    private static final Set<String> LOST = Set.of("undelivered", "failed", "canceled");

    private final PageOutcomes outcomes;

    PageStatusWebhook(PageOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    @PostMapping("/webhooks/twilio/page-status/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void status(
            @PathVariable String token,
            @RequestParam("MessageStatus") String status,
            @RequestParam(name = "ErrorCode", defaultValue = "") String errorCode) {
        if (LOST.contains(status)) {
            outcomes.receipt(token, false, errorCode);
        } else if (status.equals("delivered")) {
            outcomes.receipt(token, true, errorCode);
        }
    }
}
