package aftercare.screening.replies;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** How long the engine may take over one reply before a human gets it unread. */
@Validated
@ConfigurationProperties("screening")
record ScreeningSettings(@DefaultValue("2s") @NotNull Duration timeLimit) {}
