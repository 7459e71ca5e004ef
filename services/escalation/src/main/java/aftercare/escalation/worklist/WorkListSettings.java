package aftercare.escalation.worklist;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By when work is due.
 *
 * @param soon staffed time for a concern that is SOON, a missed check-in, a lost safety text
 * @param next time of the next staffed day for a concern that is NEXT
 * @param request staffed time for what a patient asked of the front desk
 * @param keptHold when a hold kept without a date is asked about again, and when any hold is on the daily list
 */
@ConfigurationProperties("escalation.work-list")
record WorkListSettings(
        @DefaultValue("2h") Duration soon,
        @DefaultValue("10:00") LocalTime next,
        @DefaultValue("4h") Duration request,
        @DefaultValue("72h") Duration keptHold) {}
