package aftercare.platform.duework;

import aftercare.platform.clock.ClockAutoConfiguration;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.faults.ChainAlarms;
import aftercare.platform.faults.FaultsAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Lets due work of every service raise the alarm when it keeps failing. */
@AutoConfiguration(after = {ClockAutoConfiguration.class, FaultsAutoConfiguration.class})
public class DueworkAutoConfiguration {

    @Bean
    SmartInitializingSingleton dueWorkAlarms(ObjectProvider<DueWork> works, ChainAlarms alarms, MachineClock clock) {
        return () -> works.forEach(work -> work.alarm(alarms, clock));
    }
}
