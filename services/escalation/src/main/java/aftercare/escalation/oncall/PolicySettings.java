package aftercare.escalation.oncall;

import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** The escalation policy: whom to page in which order. Without one, everyone is paged. */
@Validated
@ConfigurationProperties("escalation.policy")
record PolicySettings(@DefaultValue List<StepSettings> steps) {
    private static final StepSettings EVERYONE = new StepSettings(List.of("everyone"), Duration.ofMinutes(5));

    PolicySettings {
        steps = steps.isEmpty() ? List.of(EVERYONE) : List.copyOf(steps);
    }

    /**
     * @param who staff ids, {@code everyone} or {@code director}
     * @param within how long they have before the next step is paged
     */
    record StepSettings(
            @NotEmpty List<String> who, @DefaultValue("5m") Duration within) {}
}
