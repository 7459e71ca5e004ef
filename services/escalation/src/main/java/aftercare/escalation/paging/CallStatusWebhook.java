package aftercare.escalation.paging;

import aftercare.platform.twilio.CallStatus;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How the carrier says a call to a colleague ended. */
@RestController
class CallStatusWebhook {
    private final PageOutcomes outcomes;

    CallStatusWebhook(PageOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    @PostMapping("/webhooks/twilio/call-status/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void status(
            @PathVariable String token,
            @RequestParam("CallSid") String carrierId,
            @RequestParam("CallStatus") String word) {
        var status = CallStatus.of(word);
        if (status.isOver()) {
            outcomes.callEnded(token, carrierId, status);
        }
    }
}
