package aftercare.escalation.ways;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pages go to a colleague's webhook.
 *
 * @param secret what each call is signed with
 * @param patience machine time in which it must be answered
 */
@ConfigurationProperties("escalation.webhook")
record WebhookSettings(
        @Nullable String secret, @DefaultValue("5s") Duration patience) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "WebhookSettings";
    }
}
