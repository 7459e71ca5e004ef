package aftercare.intake.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The token that a live deployment's senders present. Without one, nobody gets in by HTTP. */
@ConfigurationProperties("intake")
record DoorSettings(@Nullable String apiToken) {
    @Override
    public String toString() {
        return "DoorSettings";
    }
}
