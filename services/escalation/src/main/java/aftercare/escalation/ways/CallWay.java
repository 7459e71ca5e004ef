package aftercare.escalation.ways;

import aftercare.escalation.oncall.ContactKind;
import aftercare.platform.twilio.SendOutcome;
import aftercare.platform.twilio.VoiceCarrier;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A call from the paging number. What it says is asked for when somebody picks up, so that it is true then. */
@Component
final class CallWay implements Way {
    private final VoiceCarrier carrier;
    private final VoiceSettings settings;
    private final String from;
    private final String publicUrl;

    CallWay(
            VoiceCarrier carrier,
            VoiceSettings settings,
            @Value("${escalation.paging.from}") String from,
            @Value("${aftercare.public-url}") String publicUrl) {
        this.carrier = carrier;
        this.settings = settings;
        this.from = from;
        this.publicUrl = publicUrl;
    }

    @Override
    public ContactKind kind() {
        return ContactKind.VOICE;
    }

    @Override
    public SendOutcome send(String address, Message message, String token) {
        return carrier.call(
                from,
                address,
                URI.create(publicUrl + "/webhooks/twilio/calls/" + token),
                URI.create(publicUrl + "/webhooks/twilio/call-status/" + token),
                settings.ring());
    }
}
