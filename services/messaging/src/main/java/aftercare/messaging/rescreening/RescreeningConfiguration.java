package aftercare.messaging.rescreening;

import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.duework.DueWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets screening again going, by machine time. */
@Configuration(proxyBeanMethods = false)
class RescreeningConfiguration {
    @Bean
    DueWork engineVersionDue(VersionWatch watch, RescreenSettings settings) {
        return new DueWork("engine-version", settings.ask(), watch::look);
    }

    @Bean
    DueWork rescreeningDue(
            Rescreening rescreening, RescreenSettings settings, ClinicClock clock, MachineClock machine) {
        return new DueWork("rescreening", settings.poll(), () -> rescreening.send(clock.instant(), machine.instant()));
    }
}
