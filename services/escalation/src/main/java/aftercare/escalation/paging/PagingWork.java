package aftercare.escalation.paging;

import aftercare.platform.clock.WorkSource;
import aftercare.platform.duework.DueWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Keeps paging going: woken after each commit that leaves something to page, polling only to recover. */
@Configuration(proxyBeanMethods = false)
class PagingWork {
    private static final Duration POLL = Duration.ofMillis(500);

    @Bean
    DueWork pageStepWork(PageSteps steps) {
        return new DueWork("page-steps", POLL, steps::takeDue);
    }

    @Bean
    DueWork pageWork(PageSender sender) {
        return new DueWork("pages", POLL, sender::foldAndSend);
    }

    @Bean
    Waker pagingWaker(DueWork pageStepWork, DueWork pageWork) {
        return new Waker(pageStepWork, pageWork);
    }

    /** A page that waits for its step is due later, not pending. */
    @Bean
    WorkSource pagesToDo(Pursuits pursuits, Pages pages, StaffTexts texts, PageSender sender) {
        return new WorkSource() {
            @Override
            public int pending(Instant now) {
                return pursuits.due(now) + pages.waiting() + texts.unsettled() + sender.underWay();
            }

            @Override
            public Optional<Instant> nextDueAfter(Instant now) {
                return pursuits.nextAfter(now);
            }
        };
    }

    static final class Waker {
        private final DueWork steps;
        private final DueWork pages;

        Waker(DueWork steps, DueWork pages) {
            this.steps = steps;
            this.pages = pages;
        }

        @EventListener
        void on(PagesWait wait) {
            steps.wake();
            pages.wake();
        }
    }
}
