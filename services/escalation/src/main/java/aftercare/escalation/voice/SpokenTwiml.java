package aftercare.escalation.voice;

import aftercare.escalation.voice.Prompt.Ask;
import aftercare.escalation.voice.Prompt.Connect;
import aftercare.escalation.voice.Prompt.Tell;
import aftercare.escalation.ways.VoiceSettings;
import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Say;
import com.twilio.twiml.voice.SsmlP;
import com.twilio.twiml.voice.SsmlProsody;
import java.net.URI;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts a prompt into the carrier's words. Nothing is recorded. */
@Component
class SpokenTwiml {
    private static final String SLOW = "85%";

    private final VoiceSettings settings;
    private final String publicUrl;

    SpokenTwiml(VoiceSettings settings, @Value("${aftercare.public-url}") String publicUrl) {
        this.settings = settings;
        this.publicUrl = publicUrl;
    }

    String of(Prompt prompt) {
        var response = new VoiceResponse.Builder();
        switch (prompt) {
            case Ask ask -> response.gather(gather(ask)).hangup(new Hangup.Builder().build());
            case Tell(var lines) -> response.say(say(lines)).hangup(new Hangup.Builder().build());
            case Connect(var lines, var number, var then) ->
                response.say(say(lines)).dial(dial(number, then));
        }
        return response.build().toXml();
    }

    private Gather gather(Ask ask) {
        var gather = new Gather.Builder()
                .inputs(List.of(Gather.Input.DTMF))
                .timeout(Math.toIntExact(settings.press().toSeconds()))
                .action(at(ask.then()))
                .method(HttpMethod.POST)
                .actionOnEmptyResult(true)
                .say(say(ask.lines()));
        return switch (ask.keys()) {
            case ONE -> gather.numDigits(1).build();
            case UNTIL_HASH -> gather.finishOnKey("#").build();
        };
    }

    private Dial dial(String number, String then) {
        return new Dial.Builder(number)
                .callerId(settings.clinicNumber())
                .answerOnBridge(true)
                .timeout(Math.toIntExact(settings.ring().toSeconds()))
                .action(at(then))
                .method(HttpMethod.POST)
                .build();
    }

    private URI at(String path) {
        return URI.create(publicUrl + path);
    }

    private static Say say(List<String> lines) {
        var slow = new SsmlProsody.Builder().rate(SLOW);
        lines.forEach(line -> slow.p(new SsmlP.Builder(line).build()));
        return new Say.Builder()
                .voice(Say.Voice.POLLY_JOANNA)
                .language(Say.Language.EN_US)
                .prosody(slow.build())
                .build();
    }
}
