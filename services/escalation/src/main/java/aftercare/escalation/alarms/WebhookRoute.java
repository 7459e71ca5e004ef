package aftercare.escalation.alarms;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** A plain HTTP call to an address outside: no carrier, no database, no broker. */
@Component
class WebhookRoute implements AlarmRoute {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final AlarmSettings settings;
    private final RestClient client;

    WebhookRoute(AlarmSettings settings) {
        this.settings = settings;
        var requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(PATIENCE);
        this.client = RestClient.builder().requestFactory(requests).build();
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public boolean take(Alarm alarm) {
        var url = settings.alarmWebhook();
        if (url == null) {
            return false;
        }
        var body = Map.of(
                "kind",
                alarm.kind().name(),
                "about",
                alarm.about(),
                "at",
                alarm.at().toString());
        client.post().uri(url).body(body).retrieve().toBodilessEntity();
        return true;
    }
}
