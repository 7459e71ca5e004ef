package aftercare.escalation.paging;

import aftercare.escalation.paging.Pages.Page;
import aftercare.escalation.ways.PageKind;
import aftercare.escalation.ways.Way;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import aftercare.schemas.StaffId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Folds the pages of one way and sends them, with room of its own: a mail server that hangs delays no text. What was claimed by a sender
 * that died is claimed again when its lease is over.
 */
final class Lane implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Lane.class);

    private final Way way;
    private final int atOnce;
    private final Pages pages;
    private final Dispatches dispatches;
    private final PageOutcomes outcomes;
    private final PageAddresses addresses;
    private final PagingSettings settings;
    private final ClinicClock clock;
    private final MachineClock machineClock;
    private final TransactionTemplate transaction;
    private final Semaphore free;
    private final ExecutorService senders;

    Lane(
            Way way,
            int atOnce,
            Pages pages,
            Dispatches dispatches,
            PageOutcomes outcomes,
            PageAddresses addresses,
            PagingSettings settings,
            ClinicClock clock,
            MachineClock machineClock,
            TransactionTemplate transaction) {
        this.way = way;
        this.atOnce = atOnce;
        this.pages = pages;
        this.dispatches = dispatches;
        this.outcomes = outcomes;
        this.addresses = addresses;
        this.settings = settings;
        this.clock = clock;
        this.machineClock = machineClock;
        this.transaction = transaction;
        this.free = new Semaphore(atOnce);
        this.senders = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("page-" + way.kind().name() + "-", 0).factory());
    }

    /** One look. */
    int foldAndSend() {
        transaction.executeWithoutResult(status -> fold());
        var claimed = dispatches.claim(way.kind(), machineClock.instant(), settings.lease(), free.availablePermits());
        claimed.forEach(this::sendAside);
        return claimed.size();
    }

    private void fold() {
        var now = machineClock.instant();
        var unreachable = new ArrayList<Page>();
        pages.lockDue(way.kind(), clock.instant(), now, settings.fold(), settings.outageFold()).stream()
                .collect(Collectors.groupingBy(Addressee::new))
                .forEach((addressee, due) -> {
                    if (addresses.of(addressee.staffId(), way.kind()).isPresent()) {
                        fold(addressee, due);
                    } else {
                        unreachable.addAll(due);
                    }
                });
        if (!unreachable.isEmpty()) {
            outcomes.unreachable(unreachable);
        }
    }

    private void fold(Addressee addressee, List<Page> due) {
        var dispatch = dispatches.page(
                addressee.staffId(), way.kind(), addressee.kind(), addressee.drill(), machineClock.instant());
        pages.fold(due.stream().map(Page::id).toList(), dispatch);
    }

    /** A drill is never in one sending with a patient. */
    private record Addressee(StaffId staffId, PageKind kind, boolean drill) {
        Addressee(Page page) {
            this(page.staffId(), page.kind(), page.drill());
        }
    }

    private void sendAside(Dispatch dispatch) {
        free.acquireUninterruptibly();
        senders.execute(() -> {
            try {
                send(dispatch);
            } catch (RuntimeException e) {
                log.atError()
                        .addKeyValue("dispatch", dispatch.id())
                        .addKeyValue("error", e.getClass().getName())
                        .log("A page failed and is sent again when its lease is over");
            } finally {
                free.release();
            }
        });
    }

    private void send(Dispatch dispatch) {
        var message = outcomes.compose(dispatch);
        if (message.isEmpty()) {
            return;
        }
        var address = addresses.of(dispatch.staffId(), way.kind());
        if (address.isEmpty()) {
            outcomes.unreachable(dispatch);
            return;
        }
        var outcome = way.send(address.get(), message.get(), dispatch.token());
        outcomes.settle(dispatch, outcome);
        log.atInfo()
                .addKeyValue("dispatch", dispatch.id())
                .addKeyValue("staff", dispatch.staffId())
                .addKeyValue("way", way.kind())
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
        return atOnce - free.availablePermits();
    }
}
