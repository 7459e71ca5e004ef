package aftercare.escalation.alarms;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an alarm is raised; all spans are machine time.
 *
 * @param alarmWebhook what else hears of it beside the contacts' phones
 * @param lastResortFile where the contacts lie sealed, so that PostgreSQL is not needed
 */
@ConfigurationProperties("escalation")
record AlarmSettings(
        @Nullable URI alarmWebhook,
        @Nullable Path lastResortFile,
        @DefaultValue Alarm alarm) {

    /**
     * When something counts as broken.
     *
     * @param repeatAfter how long after an alarm it goes out again while it lasts
     * @param uncoveredRepeatAfter the same for a coming shift, which is no fire yet
     */
    record Alarm(
            @DefaultValue("10m") Duration repeatAfter,
            @DefaultValue("6h") Duration uncoveredRepeatAfter,
            @DefaultValue("30s") Duration uncoveredEvery,
            @DefaultValue("5s") Duration databaseEvery,
            @DefaultValue("30s") Duration databaseGoneAfter,
            @DefaultValue("10s") Duration servicesEvery,
            @DefaultValue("60s") Duration serviceSilentAfter) {}
}
