package aftercare.escalation.ways;

import aftercare.escalation.oncall.ContactKind;
import aftercare.escalation.site.Site;
import aftercare.platform.twilio.SendOutcome;
import aftercare.platform.twilio.SmsCarrier;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A text from the paging number; "1" takes the case. */
@Component
final class TextWay implements Way {
    private final SmsCarrier carrier;
    private final TextWords words;
    private final String from;
    private final String publicUrl;

    TextWay(
            SmsCarrier carrier,
            Site site,
            @Value("${escalation.paging.from}") String from,
            @Value("${aftercare.public-url}") String publicUrl) {
        this.carrier = carrier;
        this.words = new TextWords(site.name());
        this.from = from;
        this.publicUrl = publicUrl;
    }

    @Override
    public ContactKind kind() {
        return ContactKind.SMS;
    }

    @Override
    public SendOutcome send(String address, Message message, String token) {
        return carrier.send(
                from, address, words.of(message), URI.create(publicUrl + "/webhooks/twilio/page-status/" + token));
    }
}
