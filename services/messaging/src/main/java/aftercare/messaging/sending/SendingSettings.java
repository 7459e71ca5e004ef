package aftercare.messaging.sending;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How texts are sent.
 *
 * @param from the patients' line, E.164
 * @param consentWithin clinic time that a fresh order waits for a grant on its way
 * @param poll machine time between looks for due texts when nobody says that there are any
 * @param lease machine time after which an attempt that left no outcome is taken for uncertain; longer than any carrier call
 * @param atOnce how many carrier calls at a time
 * @param textsPerSecond planned texts that this instance gives to the carrier on average; what the number may send. The carrier queues
 *     what comes faster for hours, out of our reach and past its window
 * @param backOff the first wait after the carrier asked us to slow down; it doubles
 */
@Validated
@ConfigurationProperties("messaging")
record SendingSettings(
        @NotBlank String from,
        @NotNull @DefaultValue("2m") Duration consentWithin,
        @NotNull @DefaultValue("250ms") Duration poll,
        @NotNull @DefaultValue("60s") Duration lease,
        @Min(1) @DefaultValue("16") int atOnce,
        @Min(1) @DefaultValue("3") int textsPerSecond,
        @NotNull @DefaultValue("5s") Duration backOff) {}
