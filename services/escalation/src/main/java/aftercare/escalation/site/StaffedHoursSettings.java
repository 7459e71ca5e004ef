package aftercare.escalation.site;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When somebody is in; clinic zone. */
@ConfigurationProperties("escalation.staffed-hours")
record StaffedHoursSettings(
        @DefaultValue({"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"})
        Set<DayOfWeek> days,

        @DefaultValue("09:00") LocalTime from,
        @DefaultValue("17:00") LocalTime until) {

    @Configuration(proxyBeanMethods = false)
    static class Hours {
        @Bean
        StaffedHours staffedHours(StaffedHoursSettings settings, Site site) {
            return new StaffedHours(settings.days(), settings.from(), settings.until(), site.zone());
        }
    }
}
