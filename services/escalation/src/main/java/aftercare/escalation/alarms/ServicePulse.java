package aftercare.escalation.alarms;

import aftercare.platform.clock.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Feels the pulse of every other service of this deployment. */
@Component
class ServicePulse {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String SELF = "escalation";

    private final Map<String, String> services;
    private final Alarms alarms;
    private final AlarmSettings settings;
    private final MachineClock clock;
    private final RestClient client;
    private final Map<String, Instant> lastPulseAt = new HashMap<>();

    ServicePulse(Environment environment, Alarms alarms, AlarmSettings settings, MachineClock clock) {
        this.services = Binder.get(environment)
                .bind("aftercare.services", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of());
        this.alarms = alarms;
        this.settings = settings;
        this.clock = clock;
        var requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(PATIENCE);
        this.client = RestClient.builder().requestFactory(requests).build();
    }

    void look() {
        services.forEach((service, url) -> {
            if (!service.equals(SELF)) {
                look(service, url);
            }
        });
    }

    private void look(String service, String url) {
        var last = lastPulseAt.computeIfAbsent(service, first -> clock.instant());
        if (isAlive(url)) {
            lastPulseAt.put(service, clock.instant());
            alarms.clear(AlarmKind.SERVICE_SILENT, service);
        } else if (!clock.instant().isBefore(last.plus(settings.alarm().serviceSilentAfter()))) {
            alarms.raise(AlarmKind.SERVICE_SILENT, service);
        }
    }

    private boolean isAlive(String url) {
        try {
            return client.get()
                    .uri(url + "/actuator/health")
                    .exchange((request, response) -> response.getStatusCode().is2xxSuccessful());
        } catch (RuntimeException e) {
            return false;
        }
    }
}
