package aftercare.escalation.oncall;

import aftercare.schemas.escalation.Cause;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The policies a clinic begins with, until an admin saves another. Without any, everyone is paged.
 *
 * @param acknowledgeWithin when somebody should have a case
 * @param steps for CRISIS, and for what staff raise
 * @param concernNow steps for CONCERN NOW; those of CRISIS where it has none
 * @param unscreened steps for replies that could not be read in time; those of CRISIS where it has none
 */
@Validated
@ConfigurationProperties("escalation.policy")
record PolicySettings(
        @DefaultValue("15m") Duration acknowledgeWithin,
        @DefaultValue @Valid List<StepSettings> steps,
        @DefaultValue @Valid Steps concernNow,
        @DefaultValue @Valid Steps unscreened) {
    private static final StepSettings EVERYONE =
            new StepSettings(List.of("everyone"), Duration.ofMinutes(5), List.of());

    PolicySettings {
        steps = steps.isEmpty() ? List.of(EVERYONE) : List.copyOf(steps);
    }

    Policy policy(Cause cause) {
        var own = switch (cause) {
            case CRISIS, STAFF -> steps;
            case CONCERN_NOW -> concernNow.steps();
            case UNSCREENED -> unscreened.steps();
        };
        return new Policy(
                cause,
                acknowledgeWithin,
                (own.isEmpty() ? steps : own).stream().map(StepSettings::toStep).toList(),
                0);
    }

    record Steps(@DefaultValue @Valid List<StepSettings> steps) {}

    /**
     * @param who staff ids, {@code rotation:<id>}, {@code answering:<id>}, {@code everyone} or {@code director}
     * @param within how long they have before the next step is paged
     * @param notifications how each of them is tried; by text at once where none is named
     */
    record StepSettings(
            @NotEmpty List<String> who,
            @DefaultValue("5m") Duration within,
            @DefaultValue List<NotificationSettings> notifications) {
        Step toStep() {
            return new Step(
                    who.stream().map(Target::read).toList(),
                    within,
                    notifications.isEmpty()
                            ? List.of(Notification.TEXT_AT_ONCE)
                            : notifications.stream()
                                    .map(NotificationSettings::toNotification)
                                    .toList());
        }
    }

    record NotificationSettings(
            ContactKind by, @DefaultValue("0s") Duration after) {
        Notification toNotification() {
            return new Notification(by, after);
        }
    }
}
