package aftercare.escalation.alarms;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Each look has a thread of its own, so that one that waits keeps no other from seeing. */
@Configuration(proxyBeanMethods = false)
class AlarmRounds {

    @Bean
    Patrol databasePatrol(DatabaseProbe probe, AlarmSettings settings) {
        return new Patrol("database", settings.alarm().databaseEvery(), probe::look);
    }

    @Bean
    Patrol servicePatrol(ServicePulse pulse, AlarmSettings settings) {
        return new Patrol("services", settings.alarm().servicesEvery(), pulse::look);
    }
}
