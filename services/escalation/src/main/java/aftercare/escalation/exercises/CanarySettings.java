package aftercare.escalation.exercises;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The canary; all spans are clinic time.
 *
 * @param number one that the clinic owns at the carrier and nobody else uses; without it there is no canary and no drill
 * @param every between two of them
 * @param within its page must be back by then
 * @param again after a missed one the next comes sooner
 */
@ConfigurationProperties("escalation.canary")
record CanarySettings(
        @Nullable String number,
        @DefaultValue("6h") Duration every,
        @DefaultValue("5m") Duration within,
        @DefaultValue("15m") Duration again) {

    /** Without the number (S9). */
    @Override
    public String toString() {
        return "CanarySettings";
    }
}
