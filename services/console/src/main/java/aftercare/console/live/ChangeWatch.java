package aftercare.console.live;

import aftercare.platform.access.Caller;
import aftercare.platform.access.ServiceClients;
import aftercare.platform.duework.DueWork;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks escalation twice a second whether anything changed, as long as a page is open. */
@Configuration(proxyBeanMethods = false)
class ChangeWatch {

    private record Changes(long sequence) {}

    @Bean
    DueWork changeHints(ServiceClients clients, Hints hints) {
        var escalation = clients.to("escalation", Caller.service("console"));
        var last = new AtomicLong(-1);
        return new DueWork("change-watch", Duration.ofMillis(500), () -> {
            if (hints.wanted()) {
                hints.send(hint(escalation, last));
            }
            return 0;
        });
    }

    private static String hint(RestClient escalation, AtomicLong last) {
        try {
            var now = Objects.requireNonNull(
                            escalation.get().uri("/v1/changes").retrieve().body(Changes.class))
                    .sequence();
            return last.getAndSet(now) == now ? "here" : "changed";
        } catch (RestClientException unanswered) {
            return "lost";
        }
    }
}
