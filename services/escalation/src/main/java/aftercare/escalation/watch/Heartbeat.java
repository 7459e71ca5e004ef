package aftercare.escalation.watch;

import aftercare.escalation.alarms.AlarmKind;
import aftercare.escalation.alarms.Alarms;
import aftercare.escalation.alarms.DatabaseProbe;
import aftercare.escalation.alarms.Patrol;
import aftercare.platform.clock.MachineClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Tells a service outside that we live, so that it raises the alarm when this whole machine is gone. Silent as soon as the watch or
 * PostgreSQL is: a sign of life from a chain that is dead would be worse than none.
 */
@Component
class Heartbeat {
    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
    private static final String ABOUT = "heartbeat";

    private final HeartbeatSettings settings;
    private final WatchSettings watchSettings;
    private final Watch watch;
    private final DatabaseProbe database;
    private final Alarms alarms;
    private final MachineClock clock;
    private final RestClient client;
    private final Instant startedAt;
    private volatile @Nullable Instant lastAt;
    private volatile State state;

    Heartbeat(
            HeartbeatSettings settings,
            WatchSettings watchSettings,
            Watch watch,
            DatabaseProbe database,
            Alarms alarms,
            MachineClock clock) {
        this.settings = settings;
        this.watchSettings = watchSettings;
        this.watch = watch;
        this.database = database;
        this.alarms = alarms;
        this.clock = clock;
        this.startedAt = clock.instant();
        this.state = settings.url() == null ? State.NOT_SET_UP : State.NONE_YET;
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(settings.patience()).build());
        requests.setReadTimeout(settings.patience());
        this.client = RestClient.builder().requestFactory(requests).build();
    }

    /** What the last round came to. */
    enum State {
        NOT_SET_UP,
        NONE_YET,
        SENT,
        /** The watch or PostgreSQL does not answer, so that none is sent. */
        WITHHELD,
        /** The outside could not be reached. */
        FAILED
    }

    State state() {
        return state;
    }

    /** When one last got through, machine time. */
    @Nullable
    Instant lastAt() {
        return lastAt;
    }

    void beat() {
        var url = settings.url();
        if (url == null) {
            return;
        }
        if (!isChainAlive()) {
            state = State.WITHHELD;
            log.atWarn().log("No sign of life is sent: the watch or PostgreSQL does not answer");
        } else if (send(url)) {
            state = State.SENT;
            lastAt = clock.instant();
            alarms.clear(AlarmKind.HEARTBEAT_FAILING, ABOUT);
        } else {
            state = State.FAILED;
            alarmIfLong();
        }
    }

    private boolean isChainAlive() {
        return watch.answeredWithin(watchSettings.silentAfter())
                && database.answeredWithin(watchSettings.silentAfter());
    }

    private void alarmIfLong() {
        var last = lastAt;
        var since = last == null ? startedAt : last;
        if (!clock.instant().isBefore(since.plus(settings.failingAfter()))) {
            alarms.raise(AlarmKind.HEARTBEAT_FAILING, ABOUT);
        }
    }

    /** The address is a secret, and an exception names it: only its kind is logged. */
    private boolean send(URI url) {
        try {
            var status = client.get()
                    .uri(url)
                    .exchange((request, answer) -> answer.getStatusCode().value());
            if (status / 100 == 2) {
                return true;
            }
            log.atWarn().addKeyValue("httpStatus", status).log("The outside did not take a sign of life");
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("error", e.getClass().getName())
                    .log("The outside was not reached for a sign of life");
        }
        return false;
    }

    @Configuration(proxyBeanMethods = false)
    static class Rounds {
        @Bean
        Patrol heartbeatPatrol(Heartbeat heartbeat, HeartbeatSettings settings) {
            return new Patrol("heartbeat", settings.every(), heartbeat::beat);
        }
    }
}
