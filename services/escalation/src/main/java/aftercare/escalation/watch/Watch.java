package aftercare.escalation.watch;

import aftercare.escalation.alarms.AlarmKind;
import aftercare.escalation.alarms.Alarms;
import aftercare.escalation.alarms.Patrol;
import aftercare.escalation.cases.Escalations;
import aftercare.escalation.cases.Overdue;
import aftercare.platform.access.Caller;
import aftercare.platform.access.ServiceClients;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Asks messaging for replies that nobody gave a level, and brings them before a human (S2). */
@Component
class Watch {
    private static final Logger log = LoggerFactory.getLogger(Watch.class);
    private static final String MESSAGING = "messaging";

    private final ServiceClients clients;
    private final Escalations escalations;
    private final Alarms alarms;
    private final WatchSettings settings;
    private final ClinicClock clock;
    private final MachineClock machineClock;
    private Instant lastAnswerAt;
    private volatile @Nullable Instant lastRoundAt;

    Watch(
            ServiceClients clients,
            Escalations escalations,
            Alarms alarms,
            WatchSettings settings,
            ClinicClock clock,
            MachineClock machineClock) {
        this.clients = clients;
        this.escalations = escalations;
        this.alarms = alarms;
        this.settings = settings;
        this.clock = clock;
        this.machineClock = machineClock;
        this.lastAnswerAt = machineClock.instant();
    }

    void look() {
        ask().ifPresentOrElse(this::heard, this::unheard);
    }

    /** Whether a whole round succeeded lately: messaging answered, and what it told is before a human. */
    boolean answeredWithin(Duration span) {
        var last = lastRoundAt;
        return last != null && machineClock.instant().isBefore(last.plus(span));
    }

    private void heard(List<Overdue> overdue) {
        lastAnswerAt = machineClock.instant();
        alarms.clear(AlarmKind.SERVICE_SILENT, MESSAGING + " to the watch");
        if (!overdue.isEmpty()) {
            escalations.escalateUnscreened(overdue, clock.instant());
        }
        lastRoundAt = machineClock.instant();
    }

    private void unheard() {
        if (!machineClock.instant().isBefore(lastAnswerAt.plus(settings.silentAfter()))) {
            alarms.raise(AlarmKind.SERVICE_SILENT, MESSAGING + " to the watch");
        }
    }

    private Optional<List<Overdue>> ask() {
        try {
            return Optional.ofNullable(clients.to(MESSAGING, Caller.service("escalation"))
                    .post()
                    .uri("/v1/replies/overdue")
                    .body(Map.of("olderThan", settings.olderThan().toString()))
                    .retrieve()
                    .body(new ParameterizedTypeReference<List<Overdue>>() {}));
        } catch (RestClientException e) {
            log.atWarn().addKeyValue("error", e.getClass().getName()).log("Messaging did not answer the watch");
            return Optional.empty();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Rounds {
        @Bean
        Patrol replyPatrol(Watch watch, WatchSettings settings) {
            return new Patrol("replies", settings.every(), watch::look);
        }
    }
}
