package aftercare.escalation.pagerline;

import aftercare.escalation.exercises.CanaryLoop;
import aftercare.escalation.ways.VoiceSettings;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.duework.DueWork;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the carrier brings texts to the canary's number: our own pages close the loop. Whatever a stranger writes there may be a patient's
 * and goes the way of a text to the paging number (S4).
 */
@RestController
class CanaryWebhook {
    private static final String TAKEN = "<Response/>";

    private final CanaryLoop loop;
    private final PagerTexts texts;
    private final ClinicClock clock;
    private final MachineClock machineClock;
    private final DueWork work;
    private final String pagingNumber;
    private final String clinicNumber;

    CanaryWebhook(
            CanaryLoop loop,
            PagerTexts texts,
            ClinicClock clock,
            MachineClock machineClock,
            @Qualifier("pagerLineWork") DueWork work,
            @Value("${escalation.paging.from}") String pagingNumber,
            VoiceSettings voice) {
        this.loop = loop;
        this.texts = texts;
        this.clock = clock;
        this.machineClock = machineClock;
        this.work = work;
        this.pagingNumber = pagingNumber;
        this.clinicNumber = voice.clinicNumber();
    }

    @PostMapping(path = "/webhooks/twilio/canary", produces = MediaType.TEXT_XML_VALUE)
    String received(
            @RequestParam("MessageSid") String carrierId,
            @RequestParam("From") String from,
            @RequestParam(name = "Body", defaultValue = "") String body,
            @RequestParam(name = "NumMedia", defaultValue = "0") int mediaCount) {
        if (from.equals(pagingNumber)) {
            loop.pageArrived(body, clock.instant());
        } else if (!from.equals(clinicNumber)) {
            texts.store(carrierId, from, body, mediaCount, machineClock.instant());
            work.wake();
        }
        return TAKEN;
    }
}
