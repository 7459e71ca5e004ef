package aftercare.messaging.inbound;

import aftercare.messaging.consent.Keyword;
import aftercare.messaging.inbound.InboundText.Source;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the carrier brings texts. It hears 200 only once the text is committed; anything that fails is a 5xx, so that it tries again. The
 * answer is always empty: words in it would be an automatic reply (S1).
 */
@RestController
class InboundWebhook {
    private static final String TAKEN = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

    private final Inbound inbound;
    private final ClinicClock clock;
    private final MachineClock machine;

    InboundWebhook(Inbound inbound, ClinicClock clock, MachineClock machine) {
        this.inbound = inbound;
        this.clock = clock;
        this.machine = machine;
    }

    @PostMapping(path = "/webhooks/twilio/messages", produces = MediaType.TEXT_XML_VALUE)
    String take(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = "I-Twilio-Idempotency-Token", required = false) @Nullable String token) {
        var text = new InboundText(
                Source.WEBHOOK,
                given(parameters, "MessageSid"),
                token,
                given(parameters, "From"),
                body(parameters),
                mediaCount(given(parameters, "NumMedia")),
                carrierKeyword(given(parameters, "OptOutType")));
        inbound.take(text, clock.instant(), machine.instant());
        return TAKEN;
    }

    private static String body(MultiValueMap<String, String> parameters) {
        var body = parameters.getFirst("Body");
        return body == null ? "" : body;
    }

    private static @Nullable String given(MultiValueMap<String, String> parameters, String name) {
        var value = parameters.getFirst(name);
        return value == null || value.isBlank() ? null : value;
    }

    /** A count nobody can read is a picture: a human looks. */
    private static int mediaCount(@Nullable String count) {
        if (count == null) {
            return 0;
        }
        try {
            return Math.max(0, Integer.parseInt(count.strip()));
        } catch (NumberFormatException unreadable) {
            return 1;
        }
    }

    private static @Nullable Keyword carrierKeyword(@Nullable String type) {
        return Arrays.stream(Keyword.values())
                .filter(keyword -> keyword.name().equalsIgnoreCase(type))
                .findFirst()
                .orElse(null);
    }
}
