package aftercare.escalation.oncall;

import aftercare.schemas.escalation.Cause;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;

/**
 * A policy as the API and its table write it.
 *
 * @param version the one that was read; saving over a newer one is refused
 */
record PolicyView(
        @NotNull Cause cause,
        @NotNull Duration acknowledgeWithin,
        @NotEmpty @Valid List<StepView> steps,
        int version) {

    static PolicyView of(Policy policy) {
        return new PolicyView(
                policy.cause(),
                policy.acknowledgeWithin(),
                policy.steps().stream().map(StepView::of).toList(),
                policy.version());
    }

    Policy toPolicy() {
        return new Policy(
                cause, acknowledgeWithin, steps.stream().map(StepView::toStep).toList(), version);
    }

    record StepView(
            @NotEmpty List<@NotBlank String> who,
            @NotNull Duration within,
            @NotEmpty @Valid List<NotificationView> notifications) {
        static StepView of(Step step) {
            return new StepView(
                    step.who().stream().map(Target::written).toList(),
                    step.within(),
                    step.notifications().stream()
                            .map(notification -> new NotificationView(notification.by(), notification.after()))
                            .toList());
        }

        Step toStep() {
            return new Step(
                    who.stream().map(Target::read).toList(),
                    within,
                    notifications.stream()
                            .map(notification -> new Notification(notification.by(), notification.after()))
                            .toList());
        }
    }

    record NotificationView(
            @NotNull ContactKind by, @NotNull Duration after) {}
}
