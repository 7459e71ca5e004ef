package aftercare.journeys.answers;

import aftercare.journeys.questionnaires.Runs;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.WorkSource;
import aftercare.platform.duework.DueWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Looks for questionnaires whose time is over. */
@Component
class UnfinishedWork implements WorkSource {
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int BATCH = 100;

    private final Runs runs;
    private final Unfinished unfinished;
    private final ClinicClock clock;

    UnfinishedWork(Runs runs, Unfinished unfinished, ClinicClock clock) {
        this.runs = runs;
        this.unfinished = unfinished;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Work {
        @Bean
        DueWork journeysQuestionnaires(UnfinishedWork work) {
            return new DueWork("journeys-questionnaires", POLL, work::run);
        }
    }

    int run() {
        var now = clock.instant();
        var expired = runs.expired(now, BATCH);
        expired.forEach(run -> unfinished.end(run, now));
        return expired.size();
    }

    @Override
    public int pending(Instant now) {
        return runs.countExpired(now);
    }

    @Override
    public Optional<Instant> nextDueAfter(Instant now) {
        return runs.nextExpiryAfter(now);
    }
}
