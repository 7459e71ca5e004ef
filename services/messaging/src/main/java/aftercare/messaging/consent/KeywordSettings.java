package aftercare.messaging.consent;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** How STOP and HELP are answered. An answer that can't go within its time is not sent. */
@Validated
@ConfigurationProperties("messaging")
record KeywordSettings(
        @NotNull @DefaultValue("OURS") KeywordMode keywords,
        @NotNull @DefaultValue("5m") Duration confirmWithin,
        @NotNull @DefaultValue("15m") Duration helpWithin) {}
