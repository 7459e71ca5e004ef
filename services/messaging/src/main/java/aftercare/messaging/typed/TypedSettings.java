package aftercare.messaging.typed;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** How long a typed text may take to leave: later, what was typed may no longer be right. */
@Validated
@ConfigurationProperties("messaging")
record TypedSettings(@NotNull @DefaultValue("15m") Duration typedWithin) {}
