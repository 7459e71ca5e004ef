package aftercare.escalation.voice;

import aftercare.schemas.EscalationId;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the carrier asks what to say to a colleague, step by step. The token stands for the call; only the carrier's signature gets here. */
@RestController
@RequestMapping(path = "/webhooks/twilio/calls/{token}", produces = MediaType.TEXT_XML_VALUE)
class CallWebhooks {
    private final CallTalk talk;
    private final SpokenTwiml spoken;

    CallWebhooks(CallTalk talk, SpokenTwiml spoken) {
        this.talk = talk;
        this.spoken = spoken;
    }

    @PostMapping
    String answered(@PathVariable String token, @RequestParam("CallSid") String carrierId) {
        return spoken.of(talk.answered(token, carrierId));
    }

    @PostMapping("/taking")
    String taking(
            @PathVariable String token,
            @RequestParam(name = "Digits", defaultValue = "") String digits,
            @RequestParam int said) {
        return spoken.of(talk.taking(token, digits, said));
    }

    @PostMapping("/trial")
    String trial(
            @PathVariable String token,
            @RequestParam(name = "Digits", defaultValue = "") String digits,
            @RequestParam int said) {
        return spoken.of(talk.trial(token, digits, said));
    }

    @PostMapping("/menu")
    String menu(
            @PathVariable String token,
            @RequestParam(name = "Digits", defaultValue = "") String digits,
            @RequestParam int said) {
        return spoken.of(talk.menu(token, digits, said));
    }

    @PostMapping("/choice")
    String choice(
            @PathVariable String token,
            @RequestParam(name = "Digits", defaultValue = "") String digits,
            @RequestParam List<String> among,
            @RequestParam int said) {
        return spoken.of(talk.choice(token, digits, among, said));
    }

    @PostMapping("/pin")
    String pin(
            @PathVariable String token,
            @RequestParam(name = "Digits", defaultValue = "") String digits,
            @RequestParam("case") UUID id,
            @RequestParam int said) {
        return spoken.of(talk.pin(token, digits, new EscalationId(id), said));
    }

    @PostMapping("/dialled")
    String dialled(
            @PathVariable String token,
            @RequestParam("case") UUID id,
            @RequestParam(name = "DialCallStatus", defaultValue = "failed") String outcome,
            @RequestParam(name = "DialCallDuration", defaultValue = "0") int seconds) {
        return spoken.of(talk.dialled(token, new EscalationId(id), outcome, seconds));
    }
}
