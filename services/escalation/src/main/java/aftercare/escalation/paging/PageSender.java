package aftercare.escalation.paging;

import aftercare.escalation.oncall.Staff;
import aftercare.escalation.oncall.StaffRoster;
import aftercare.escalation.paging.Pages.Waiting;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.twilio.SmsCarrier;
import aftercare.schemas.StaffId;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Folds waiting pages into texts and sends them. A text whose sender dies is claimed again when its lease is over. */
@Service
class PageSender implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(PageSender.class);
    private static final int AT_ONCE = 32;

    private final Pages pages;
    private final StaffTexts texts;
    private final PageOutcomes outcomes;
    private final StaffRoster roster;
    private final SmsCarrier carrier;
    private final PagingSettings settings;
    private final MachineClock machineClock;
    private final TransactionTemplate transaction;
    private final String publicUrl;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final ExecutorService senders = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("page-sender-", 0).factory());

    PageSender(
            Pages pages,
            StaffTexts texts,
            PageOutcomes outcomes,
            StaffRoster roster,
            SmsCarrier carrier,
            PagingSettings settings,
            MachineClock machineClock,
            TransactionTemplate transaction,
            @Value("${aftercare.public-url}") String publicUrl) {
        this.pages = pages;
        this.texts = texts;
        this.outcomes = outcomes;
        this.roster = roster;
        this.carrier = carrier;
        this.settings = settings;
        this.machineClock = machineClock;
        this.transaction = transaction;
        this.publicUrl = publicUrl;
    }

    /** One look. A slow call to the carrier holds up no other page. */
    int foldAndSend() {
        transaction.executeWithoutResult(status -> fold());
        var claimed = texts.claim(machineClock.instant(), settings.lease(), free.availablePermits());
        claimed.forEach(this::sendAside);
        return claimed.size();
    }

    private void fold() {
        var now = machineClock.instant();
        pages.lockWaiting(now, settings.fold(), settings.outageFold()).stream()
                .collect(Collectors.groupingBy(Addressee::new))
                .forEach((addressee, waiting) -> pages.fold(
                        waiting.stream().map(Waiting::id).toList(),
                        texts.page(addressee.staffId(), addressee.kind(), now)));
    }

    private record Addressee(StaffId staffId, PageKind kind) {
        Addressee(Waiting page) {
            this(page.staffId(), page.kind());
        }
    }

    private void sendAside(StaffText text) {
        free.acquireUninterruptibly();
        senders.execute(() -> {
            try {
                send(text);
            } catch (RuntimeException e) {
                log.atError()
                        .addKeyValue("text", text.id())
                        .addKeyValue("error", e.getClass().getName())
                        .log("A page failed and is sent again when its lease is over");
            } finally {
                free.release();
            }
        });
    }

    private void send(StaffText text) {
        var words = outcomes.compose(text);
        if (words.isEmpty()) {
            return;
        }
        var number = roster.find(text.staffId()).map(Staff::number);
        if (number.isEmpty()) {
            outcomes.unreachable(text);
            return;
        }
        var callback = URI.create(publicUrl + "/webhooks/twilio/page-status/" + text.token());
        var outcome = carrier.send(settings.from(), number.get(), words.get(), callback);
        outcomes.settle(text, outcome);
        log.atInfo()
                .addKeyValue("text", text.id())
                .addKeyValue("staff", text.staffId())
                .addKeyValue("outcome", outcome.getClass().getSimpleName())
                .log("Paged");
    }

    @Override
    public void destroy() throws InterruptedException {
        senders.shutdown();
        senders.awaitTermination(settings.lease().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** For whoever waits until everything is out. */
    int underWay() {
        return AT_ONCE - free.availablePermits();
    }
}
