package aftercare.messaging.readthrough;

import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.duework.DueWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets the due work of the read-through going. */
@Configuration(proxyBeanMethods = false)
class ReadThroughConfiguration {
    private static final Duration EVERY = Duration.ofSeconds(20);

    @Bean
    DueWork samplingDue(Sampling sampling, ClinicClock clock, MachineClock machine) {
        return new DueWork("read-through-sample", EVERY, () -> sampling.decide(clock.instant(), machine.instant()));
    }

    @Bean
    DueWork fallingBehindDue(FallingBehind behind, ClinicClock clock) {
        return new DueWork("read-through-age", EVERY, () -> behind.tell(clock.instant()));
    }
}
