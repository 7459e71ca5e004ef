package aftercare.escalation.ways;

import aftercare.escalation.oncall.ContactKind;
import aftercare.escalation.site.Site;
import aftercare.escalation.ways.Message.Answer;
import aftercare.escalation.ways.Message.Cases;
import aftercare.escalation.ways.Message.Trial;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.twilio.SendOutcome;
import aftercare.platform.twilio.SendOutcome.Accepted;
import aftercare.platform.twilio.SendOutcome.Refused;
import aftercare.platform.twilio.SendOutcome.Uncertain;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** A signed JSON call to an address that a colleague has set, such as an answering service's. It follows no redirect. */
@Component
final class WebhookWay implements Way {
    private static final Logger log = LoggerFactory.getLogger(WebhookWay.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Refused NO_SECRET = new Refused(401, 0);
    private static final int REQUEST_TIMEOUT = 408;

    private final WebhookSettings settings;
    private final Site site;
    private final JsonMapper json;
    private final MachineClock clock;
    private final RestClient client;

    WebhookWay(WebhookSettings settings, Site site, JsonMapper json, MachineClock clock) {
        this.settings = settings;
        this.site = site;
        this.json = json;
        this.clock = clock;
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build());
        requests.setReadTimeout(settings.patience());
        this.client = RestClient.builder().requestFactory(requests).build();
    }

    @Override
    public ContactKind kind() {
        return ContactKind.WEBHOOK;
    }

    @Override
    public SendOutcome send(String address, Message message, String token) {
        var secret = settings.secret();
        if (secret == null) {
            log.atError()
                    .log(
                            "A page by webhook can't go unsigned: set escalation.webhook.secret, or take webhooks out of the policies");
            return NO_SECRET;
        }
        var body = json.writeValueAsBytes(told(message));
        try {
            var status = client.post()
                    .uri(URI.create(address))
                    .contentType(MediaType.APPLICATION_JSON)
                    .header("X-Aftercare-Signature", new HookSignature(secret).of(body, clock.instant()))
                    .header("X-Aftercare-Page", token)
                    .body(body)
                    .exchange((request, answer) -> answer.getStatusCode().value());
            return outcome(status, token);
        } catch (RuntimeException e) { // its message names the address (S9)
            return new Uncertain(e.getClass().getSimpleName());
        }
    }

    private Map<String, Object> told(Message message) {
        return switch (message) {
            case Cases(var kind, var codes, var drill) ->
                Map.of("clinic", site.name(), "kind", kind.name(), "cases", codes, "drill", drill);
            case Trial(var code) -> Map.of("clinic", site.name(), "kind", "TRIAL", "cases", List.of(), "code", code);
            case Answer(var words) ->
                Map.of("clinic", site.name(), "kind", "ANSWER", "cases", List.of(), "words", words);
        };
    }

    private static SendOutcome outcome(int status, String token) {
        if (status / 100 == 2) {
            return new Accepted(token);
        }
        return status / 100 == 5 || status == REQUEST_TIMEOUT
                ? new Uncertain("HTTP " + status)
                : new Refused(status, 0);
    }
}
