package aftercare.escalation.cases;

import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.WorkSource;
import aftercare.platform.duework.DueWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ends offers whose time is over. */
@Configuration(proxyBeanMethods = false)
class OfferWork {
    private static final Duration POLL = Duration.ofSeconds(2);

    @Bean
    DueWork lapsingOffers(PassingOn passingOn, ClinicClock clock) {
        return new DueWork("offers", POLL, () -> passingOn.lapseOffers(clock.instant()));
    }

    @Bean
    WorkSource offersToLapse(Cases cases, OfferSettings settings) {
        return new WorkSource() {
            @Override
            public int pending(Instant now) {
                return cases.offeredUntil(now.minus(settings.lapseAfter()));
            }

            @Override
            public Optional<Instant> nextDueAfter(Instant now) {
                return cases.firstOfferAfter(now.minus(settings.lapseAfter()))
                        .map(offered -> offered.plus(settings.lapseAfter()));
            }
        };
    }
}
