package aftercare.escalation.paging;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How pages go out.
 *
 * @param from the paging number
 * @param remindAfter clinic time that an acknowledged case may be quiet
 * @param answerRisenWithin clinic time that an owner has when the case gets graver than what they took
 * @param reminders how many the owner gets before the policy pages again
 * @param nobodyWait clinic time before the policy is tried again when nobody can be reached on any rung
 * @param fold machine time in which further pages to the same person wait to become one
 * @param outageFold the same for replies that could not be screened: those of one outage are one page; and for replies
 *     that one run of screening again has found late
 * @param lease machine time after which a page whose sender died is sent again
 * @param attempts by one way before the next step takes over
 * @param stuckAfter machine time after which a page that has not gone out is an alarm
 */
@Validated
@ConfigurationProperties("escalation.paging")
record PagingSettings(
        @NotBlank String from,
        @DefaultValue("15m") Duration remindAfter,
        @DefaultValue("5m") Duration answerRisenWithin,
        @DefaultValue("2") @Min(1) int reminders,
        @DefaultValue("1m") Duration nobodyWait,
        @DefaultValue("2s") Duration fold,
        @DefaultValue("60s") Duration outageFold,
        @DefaultValue("15s") Duration lease,
        @DefaultValue("5") @Min(1) int attempts,
        @DefaultValue("30s") Duration stuckAfter) {}
