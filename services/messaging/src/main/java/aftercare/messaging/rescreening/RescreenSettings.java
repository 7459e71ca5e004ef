package aftercare.messaging.rescreening;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How old replies are screened again.
 *
 * @param back clinic time: replies received within it count
 * @param ask machine time between questions for the engine's version
 * @param poll machine time between batches
 * @param atOnce how many may be without an answer at a time, so that never more than these stand before a live verdict
 * @param again machine time after which one without an answer is sent once more
 */
@Validated
@ConfigurationProperties("messaging.rescreen")
record RescreenSettings(
        @NotNull @DefaultValue("30d") Duration back,
        @NotNull @DefaultValue("20s") Duration ask,
        @NotNull @DefaultValue("1s") Duration poll,
        @Min(1) @DefaultValue("50") int atOnce,
        @NotNull @DefaultValue("10m") Duration again) {}
