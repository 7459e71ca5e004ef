package aftercare.escalation.pagerline;

import aftercare.platform.clock.MachineClock;
import aftercare.platform.duework.DueWork;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the carrier brings texts to the paging number: stored first, then thanked for, then acted on. */
@RestController
class PagesWebhook {
    private final PagerTexts texts;
    private final MachineClock clock;
    private final DueWork work;

    PagesWebhook(PagerTexts texts, MachineClock clock, @Qualifier("pagerLineWork") DueWork work) {
        this.texts = texts;
        this.clock = clock;
        this.work = work;
    }

    @PostMapping(path = "/webhooks/twilio/pages", produces = MediaType.TEXT_XML_VALUE)
    String received(
            @RequestParam("MessageSid") String carrierId,
            @RequestParam("From") String from,
            @RequestParam(name = "Body", defaultValue = "") String body,
            @RequestParam(name = "NumMedia", defaultValue = "0") int mediaCount) {
        texts.store(carrierId, from, body, mediaCount, clock.instant());
        work.wake();
        return "<Response/>";
    }
}
