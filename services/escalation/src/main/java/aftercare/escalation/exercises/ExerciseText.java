package aftercare.escalation.exercises;

import aftercare.escalation.ways.VoiceSettings;
import aftercare.platform.twilio.SendOutcome;
import aftercare.platform.twilio.SmsCarrier;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The text of an exercise, as a patient would send it to the clinic's number. Its words are plain enough for screening to find by itself:
 * nothing in the chain knows it, and whoever reads it by chance sees what it is.
 */
@Component
class ExerciseText {
    static final String PHRASE = "I want to kill myself tonight. [Aftercare test heron-lantern: no person wrote this]";

    private final SmsCarrier carrier;
    private final String clinicNumber;
    private final URI callback;

    ExerciseText(SmsCarrier carrier, VoiceSettings voice, @Value("${aftercare.public-url}") String publicUrl) {
        this.carrier = carrier;
        this.clinicNumber = voice.clinicNumber();
        this.callback = URI.create(publicUrl + "/webhooks/twilio/page-status/exercise");
    }

    SendOutcome send(String from) {
        return carrier.send(from, clinicNumber, PHRASE, callback);
    }
}
