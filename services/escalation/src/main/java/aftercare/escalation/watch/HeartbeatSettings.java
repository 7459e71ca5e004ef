package aftercare.escalation.watch;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sign of life to a service outside; machine time.
 *
 * @param url whoever knows it can send the sign: it is as secret as a password; without it none is sent
 * @param every between two of them
 * @param patience in which the outside answers
 * @param failingAfter without a sign that got through there is an alarm
 */
@ConfigurationProperties("escalation.heartbeat")
record HeartbeatSettings(
        @Nullable URI url,
        @DefaultValue("1m") Duration every,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("10m") Duration failingAfter) {

    /** Without the address. */
    @Override
    public String toString() {
        return "HeartbeatSettings";
    }
}
