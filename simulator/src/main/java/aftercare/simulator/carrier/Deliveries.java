package aftercare.simulator.carrier;

import aftercare.platform.clock.Activity;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.clock.WorkSource;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves texts on in machine time: queued, sent, delivered; and typed ones to the clinic's webhook, again and again for a minute while
 * nobody takes them. What was under way when the process died goes on at the next start.
 */
@Component
class Deliveries implements SmartLifecycle, WorkSource {
    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
    private static final int WORKERS = 16;
    private static final List<Duration> RETRIES = List.of(
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30));
    private static final int CALLBACK_TRIES = 4;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Texts texts;
    private final Subscribers subscribers;
    private final ClinicLines lines;
    private final Webhooks webhooks;
    private final TwilioAccount account;
    private final CarrierSettings settings;
    private final MachineClock clock;
    private final Activity activity;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile @Nullable ScheduledThreadPoolExecutor workers;

    Deliveries(
            Texts texts,
            Subscribers subscribers,
            ClinicLines lines,
            Webhooks webhooks,
            TwilioAccount account,
            CarrierSettings settings,
            MachineClock clock,
            Activity activity,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.texts = texts;
        this.subscribers = subscribers;
        this.lines = lines;
        this.webhooks = webhooks;
        this.account = account;
        this.settings = settings;
        this.clock = clock;
        this.activity = activity;
        this.events = events;
        this.transaction = transaction;
    }

    /** Sends a text of the clinic on its way. */
    void begin(Text text) {
        changed(text);
        later(settings.receiptAfter(), () -> step(text.sid()));
    }

    /** Brings a typed text to the clinic now; what is not taken is tried again later. */
    Text bring(Text text) {
        changed(text);
        return attempt(text);
    }

    private void step(String sid) {
        var text = texts.find(sid).orElseThrow();
        switch (text.status()) {
            case QUEUED -> onTheWay(text);
            case SENT -> arrive(text);
            case RECEIVING -> attempt(text);
            case DELIVERED, UNDELIVERED, RECEIVED, NOT_TAKEN -> {}
        }
    }

    /** A phone whose receipts are dropped gets its texts, and nobody ever hears of it. */
    private void onTheWay(Text text) {
        var silent = subscribers.find(text.phoneId()).orElseThrow().dropsReceipts();
        var sent = texts.moveOn(text.sid(), Status.SENT, null, silent);
        changed(sent);
        if (!silent) {
            callBack(sent, 1);
            later(settings.receiptAfter(), () -> step(text.sid()));
        }
    }

    private void arrive(Text text) {
        var arrival = Objects.requireNonNull(transaction.execute(_ -> settle(text)));
        changed(arrival.text());
        callBack(arrival.text(), 1);
        arrival.atClinic().ifPresent(this::bring);
    }

    private Arrival settle(Text text) {
        var refusedWith = subscribers.find(text.phoneId()).orElseThrow().refusedWith();
        return refusedWith == null
                ? new Arrival(
                        texts.moveOn(text.sid(), Status.DELIVERED, null, true),
                        lines.at(text.phone()).map(line -> atClinic(text, line)))
                : new Arrival(texts.moveOn(text.sid(), Status.UNDELIVERED, refusedWith, true), Optional.empty());
    }

    /** The clinic has texted a number of its own: there it is an inbound text like any other. */
    private Text atClinic(Text sent, ClinicLine to) {
        return texts.addFromPhone(subscribers.at(new PhoneNumber(sent.line())), to.number(), sent.body(), 0);
    }

    /** A text that has arrived, and what it is at a number of the clinic's; the two are written at once. */
    private record Arrival(Text text, Optional<Text> atClinic) {}

    private void callBack(Text text, int attempt) {
        var callback = text.callback();
        if (callback == null) {
            return;
        }
        var form = Forms.status(account.accountSid(), text, clock.instant());
        var answer = webhooks.post(URI.create(callback), form, Forms.token(text.sid() + text.status()));
        activity.tick();
        if (answer.isEmpty() && attempt < CALLBACK_TRIES) {
            later(RETRIES.get(attempt), () -> callBack(text, attempt + 1));
        } else if (answer.isEmpty() || answer.getAsInt() / 100 != 2) {
            log.atWarn()
                    .addKeyValue("message", text.sid())
                    .addKeyValue("status", text.status())
                    .addKeyValue("httpStatus", answer.isEmpty() ? "none" : answer.getAsInt())
                    .log("The clinic did not take a status callback");
        }
    }

    private Text attempt(Text text) {
        var line = lines.at(text.line());
        var answer = line.isEmpty()
                ? OptionalInt.empty()
                : webhooks.post(
                        line.get().webhook(), Forms.inbound(account.accountSid(), text), Forms.token(text.sid()));
        var taken = answer.isPresent() && answer.getAsInt() / 100 == 2;
        var tried = text.attempts() + 1;
        var over = tried > RETRIES.size();
        var moved = texts.moveOn(
                text.sid(), taken ? Status.RECEIVED : over ? Status.NOT_TAKEN : Status.RECEIVING, null, taken || over);
        changed(moved);
        if (!taken) {
            log.atWarn()
                    .addKeyValue("message", text.sid())
                    .addKeyValue("httpStatus", answer.isEmpty() ? "none" : answer.getAsInt())
                    .addKeyValue("attempt", tried)
                    .log(over ? "The clinic never took a text" : "The clinic did not take a text; it is tried again");
        }
        if (!taken && !over) {
            later(RETRIES.get(text.attempts()), () -> step(text.sid()));
        }
        return moved;
    }

    private void changed(Text text) {
        activity.tick();
        events.publishEvent(new PhoneChanged(text.phoneId()));
    }

    private void later(Duration wait, Runnable work) {
        var running = workers;
        if (running == null) {
            return;
        }
        underWay.incrementAndGet();
        try {
            var _ = running.schedule(() -> run(work), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            underWay.decrementAndGet();
        }
    }

    private void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("error", e.getClass().getName())
                    .log("A text did not move on and will be tried again");
            later(AFTER_FAILURE, work);
        } finally {
            underWay.decrementAndGet();
        }
    }

    @Override
    public int pending(Instant now) {
        return underWay.get();
    }

    @Override
    public Optional<Instant> nextDueAfter(Instant now) {
        return Optional.empty();
    }

    @Override
    public void start() {
        var started = new ScheduledThreadPoolExecutor(
                WORKERS, Thread.ofVirtual().name("delivery-", 0).factory());
        started.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        workers = started;
        texts.unsettled().forEach(sid -> later(settings.receiptAfter(), () -> step(sid)));
    }

    @Override
    public void stop() {
        var running = workers;
        workers = null;
        if (running != null) {
            running.shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        return workers != null;
    }
}
