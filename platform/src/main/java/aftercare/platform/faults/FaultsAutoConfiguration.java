package aftercare.platform.faults;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Alarms go to the log unless a service knows a better way. */
@AutoConfiguration
public class FaultsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ChainAlarms chainAlarms() {
        return new LoggedAlarms();
    }
}
