package aftercare.escalation.paging;

import aftercare.escalation.oncall.ContactKind;
import aftercare.escalation.ways.Way;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.clock.WorkSource;
import aftercare.platform.duework.DueWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps paging going: woken after each commit that leaves something to page, polling only to recover. Each way has a lane of its own. */
@Configuration(proxyBeanMethods = false)
class PagingWork {
    private static final Duration POLL = Duration.ofMillis(500);

    @Bean
    DueWork pageStepWork(PageSteps steps) {
        return new DueWork("page-steps", POLL, steps::takeDue);
    }

    @Bean
    Lane textLane(Lanes lanes) {
        return lanes.of(ContactKind.SMS, 32);
    }

    @Bean
    Lane callLane(Lanes lanes) {
        return lanes.of(ContactKind.VOICE, 16);
    }

    @Bean
    Lane mailLane(Lanes lanes) {
        return lanes.of(ContactKind.EMAIL, 8);
    }

    @Bean
    Lane webhookLane(Lanes lanes) {
        return lanes.of(ContactKind.WEBHOOK, 8);
    }

    @Bean
    DueWork textWork(Lane textLane) {
        return new DueWork("page-texts", POLL, textLane::foldAndSend);
    }

    @Bean
    DueWork callWork(Lane callLane) {
        return new DueWork("page-calls", POLL, callLane::foldAndSend);
    }

    @Bean
    DueWork mailWork(Lane mailLane) {
        return new DueWork("page-mails", POLL, mailLane::foldAndSend);
    }

    @Bean
    DueWork webhookWork(Lane webhookLane) {
        return new DueWork("page-webhooks", POLL, webhookLane::foldAndSend);
    }

    /** Beside the lane: a carrier that does not answer questions keeps no phone from ringing. */
    @Bean
    DueWork callWatchWork(CallWatch watch) {
        return new DueWork("call-watch", Duration.ofSeconds(1), watch::look);
    }

    @Bean
    Waker pagingWaker(DueWork pageStepWork, DueWork textWork, DueWork callWork, DueWork mailWork, DueWork webhookWork) {
        return new Waker(List.of(pageStepWork, textWork, callWork, mailWork, webhookWork));
    }

    /** A page that waits for its time is due later, not pending; nor is a phone that rings. */
    @Bean
    WorkSource pagesToDo(Pursuits pursuits, Pages pages, Dispatches dispatches, List<Lane> lanes) {
        return new WorkSource() {
            @Override
            public int pending(Instant now) {
                return pursuits.due(now)
                        + pages.waiting(now)
                        + dispatches.unsettled()
                        + lanes.stream().mapToInt(Lane::underWay).sum();
            }

            @Override
            public Optional<Instant> nextDueAfter(Instant now) {
                return Stream.of(pursuits.nextAfter(now), pages.nextDueAfter(now))
                        .flatMap(Optional::stream)
                        .min(Instant::compareTo);
            }
        };
    }

    @Bean
    Lanes lanes(
            List<Way> ways,
            Pages pages,
            Dispatches dispatches,
            PageOutcomes outcomes,
            PageAddresses addresses,
            PagingSettings settings,
            ClinicClock clock,
            MachineClock machineClock,
            TransactionTemplate transaction) {
        return (kind, atOnce) -> new Lane(
                ways.stream().filter(way -> way.kind() == kind).findFirst().orElseThrow(),
                atOnce,
                pages,
                dispatches,
                outcomes,
                addresses,
                settings,
                clock,
                machineClock,
                transaction);
    }

    interface Lanes {
        Lane of(ContactKind way, int atOnce);
    }

    static final class Waker {
        private final List<DueWork> work;

        Waker(List<DueWork> work) {
            this.work = work;
        }

        @EventListener
        void on(PagesWait wait) {
            work.forEach(DueWork::wake);
        }
    }
}
