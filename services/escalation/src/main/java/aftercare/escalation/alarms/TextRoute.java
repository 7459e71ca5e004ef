package aftercare.escalation.alarms;

import aftercare.escalation.site.Site;
import aftercare.platform.twilio.SendOutcome.Accepted;
import aftercare.platform.twilio.SmsCarrier;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A text to the operator and the director, whose numbers need no database. */
@Component
class TextRoute implements AlarmRoute {
    private final LastResort lastResort;
    private final SmsCarrier carrier;
    private final Site site;
    private final String from;
    private final URI callback;

    TextRoute(
            LastResort lastResort,
            SmsCarrier carrier,
            Site site,
            @Value("${escalation.paging.from}") String from,
            @Value("${aftercare.public-url}") String publicUrl) {
        this.lastResort = lastResort;
        this.carrier = carrier;
        this.site = site;
        this.from = from;
        this.callback = URI.create(publicUrl + "/webhooks/twilio/page-status/alarm");
    }

    @Override
    public String name() {
        return "text";
    }

    @Override
    public boolean take(Alarm alarm) {
        var words = site.name() + " alarm: " + alarm.kind().words() + " (" + alarm.about()
                + "). Replies of patients may not be paged. Look now.";
        return lastResort.numbers().stream()
                        .filter(number -> carrier.send(from, number, words, callback) instanceof Accepted)
                        .count()
                > 0;
    }
}
