package aftercare.escalation.watch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The watch over replies without a level; machine time.
 *
 * @param every between looks
 * @param olderThan what a reply may wait for its level
 * @param silentAfter without an answer of messaging there is an alarm
 */
@ConfigurationProperties("escalation.watch")
record WatchSettings(
        @DefaultValue("5s") Duration every,
        @DefaultValue("30s") Duration olderThan,
        @DefaultValue("30s") Duration silentAfter) {}
