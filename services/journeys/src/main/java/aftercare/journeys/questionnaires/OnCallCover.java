package aftercare.journeys.questionnaires;

import aftercare.platform.access.Caller;
import aftercare.platform.access.ServiceClients;
import aftercare.platform.clock.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * Whether somebody is in, and somebody surely on call, for the whole of a span: asked of escalation. The last answer stands for a minute of
 * machine time, since many patients are asked at the same hour; a service that is silent is not asked again for each of them.
 */
@Component
public class OnCallCover {
    private static final Logger log = LoggerFactory.getLogger(OnCallCover.class);
    private static final Duration STANDS_FOR = Duration.ofMinutes(1);
    /** Spans are asked for by whole minutes, so that those of one moment are one. */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ServiceClients clients;
    private final MachineClock machine;
    private final AtomicReference<@Nullable Known> last = new AtomicReference<>();

    OnCallCover(ServiceClients clients, MachineClock machine) {
        this.clients = clients;
        this.machine = machine;
    }

    private record Known(Instant from, Instant until, boolean covered, Instant askedAt) {}

    record Cover(boolean staffed, boolean onCall, boolean covered) {}

    /** No answer is a no. */
    public boolean covers(Instant from, Instant until) {
        var begins = minute(from);
        var ends = minute(until).plus(MINUTE);
        var known = last.get();
        if (known != null
                && known.from().equals(begins)
                && known.until().equals(ends)
                && machine.instant().isBefore(known.askedAt().plus(STANDS_FOR))) {
            return known.covered();
        }
        var covered = ask(begins, ends);
        last.set(new Known(begins, ends, covered, machine.instant()));
        return covered;
    }

    private boolean ask(Instant from, Instant until) {
        try {
            var cover = clients.to("escalation", Caller.service("journeys"))
                    .get()
                    .uri("/v1/on-call/cover?from={from}&until={until}", from, until)
                    .retrieve()
                    .body(Cover.class);
            return cover != null && cover.covered();
        } catch (RestClientException | InvalidConfigurationPropertyValueException e) {
            log.atWarn()
                    .addKeyValue("error", e.getClass().getName())
                    .log("Who is on call is not known, so no question about risk goes out");
            return false;
        }
    }

    private static Instant minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }
}
