package aftercare.escalation.handover;

import aftercare.platform.clock.WorkSource;
import aftercare.platform.duework.DueWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hand-overs as due work. */
@Configuration(proxyBeanMethods = false)
class HandOverWork {
    private static final Duration POLL = Duration.ofSeconds(1);

    @Bean
    DueWork handOverTextWork(HandOverTexts texts) {
        return new DueWork("hand-overs", POLL, texts::tellDue);
    }

    @Bean
    WorkSource handOversToDo(HandOvers handOvers) {
        return new WorkSource() {
            @Override
            public int pending(Instant now) {
                return handOvers.due(now);
            }

            @Override
            public Optional<Instant> nextDueAfter(Instant now) {
                return handOvers.nextAfter(now);
            }
        };
    }
}
