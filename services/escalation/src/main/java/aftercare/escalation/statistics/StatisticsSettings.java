package aftercare.escalation.statistics;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** When the day shift begins and ends, on the clinic's wall clock; the rest is night. */
@ConfigurationProperties("escalation.statistics")
record StatisticsSettings(
        @DefaultValue("07:00") LocalTime dayFrom,
        @DefaultValue("19:00") LocalTime dayUntil) {
    StatisticsSettings {
        if (!dayFrom.isBefore(dayUntil)) {
            throw new IllegalArgumentException(
                    "escalation.statistics.day-from must be before escalation.statistics.day-until, as in 07:00 and 19:00");
        }
    }
}
