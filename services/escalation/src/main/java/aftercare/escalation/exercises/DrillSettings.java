package aftercare.escalation.exercises;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a drill is measured by; clinic time, from the opening of its case. When it should be taken stands in the policy.
 *
 * @param firstPageWithin the first page has gone
 * @param firstCallWithin whoever took it has logged a call
 * @param resolvedWithin it is resolved
 * @param unansweredAfter nobody has taken it: it is over, and missed
 * @param longest it is over, whatever became of it
 */
@ConfigurationProperties("escalation.drill")
record DrillSettings(
        @DefaultValue("5s") Duration firstPageWithin,
        @DefaultValue("15m") Duration firstCallWithin,
        @DefaultValue("60m") Duration resolvedWithin,
        @DefaultValue("30m") Duration unansweredAfter,
        @DefaultValue("4h") Duration longest) {}
