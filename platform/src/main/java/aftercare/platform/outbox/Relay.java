package aftercare.platform.outbox;

import aftercare.platform.clock.MachineClock;
import aftercare.platform.events.Letter;
import aftercare.platform.events.Mailbox;
import aftercare.platform.faults.ChainAlarms;
import aftercare.platform.faults.Fault;
import aftercare.platform.faults.Trouble;
import aftercare.platform.outbox.OutboxRows.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Publishes what lies in the outbox. Events of one key go one after the other, each only when the broker has acknowledged the one before:
 * sent together, a later one could arrive although an earlier one did not. Other keys do not wait for them.
 */
final class Relay {
    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 500;
    private static final int BUCKETS_AT_ONCE = 4;
    private static final int PATIENCE_SECONDS = 15;

    private final OutboxRows rows;
    private final TransactionOperations transactions;
    private final Mailbox mailbox;
    private final MachineClock clock;
    private final Trouble trouble;

    Relay(
            OutboxRows rows,
            TransactionOperations transactions,
            Mailbox mailbox,
            MachineClock clock,
            ChainAlarms alarms) {
        this.rows = rows;
        this.transactions = transactions;
        this.mailbox = mailbox;
        this.clock = clock;
        this.trouble = new Trouble("outbox-stuck", alarms);
    }

    /** Events published, or one that was not and why. */
    private record Outcome(int published, List<String> failures) {}

    /** Returns how many events were published; the rest waits for the next round. */
    int publishWaiting() throws InterruptedException {
        var published = 0;
        var failures = new ArrayList<String>();
        for (var outcome : publishAll(rows.waitingBuckets())) {
            published += outcome.published();
            failures.addAll(outcome.failures());
        }
        if (failures.isEmpty()) {
            trouble.over();
            return published;
        }
        trouble.failed(clock.instant(), failures.getFirst());
        return 0;
    }

    private List<Outcome> publishAll(List<Integer> buckets) throws InterruptedException {
        try (var workers = workers()) {
            var outcomes = new ArrayList<Outcome>();
            var work = buckets.stream()
                    .<Callable<Outcome>>map(bucket -> () -> publish(bucket))
                    .toList();
            for (var outcome : workers.invokeAll(work)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A bucket could not be published", e);
        }
    }

    private static ExecutorService workers() {
        return Executors.newFixedThreadPool(
                BUCKETS_AT_ONCE, Thread.ofVirtual().name("relay-", 0).factory());
    }

    private Outcome publish(int bucket) {
        return transactions.execute(_ -> {
            if (!rows.take(bucket)) {
                return new Outcome(0, List.of());
            }
            return publish(rows.unpublished(bucket, BATCH));
        });
    }

    private Outcome publish(List<Row> waiting) {
        var published = new ArrayList<Long>();
        var failures = new ArrayList<String>();
        var left = waiting;
        while (!left.isEmpty()) {
            var keys = new HashSet<String>();
            var wave = left.stream().filter(row -> keys.add(row.letter().key())).toList();
            var failedKeys = send(wave, published, failures);
            left = left.stream()
                    .filter(row -> !wave.contains(row))
                    .filter(row -> !failedKeys.contains(row.letter().key()))
                    .toList();
        }
        rows.markPublished(published, clock.instant());
        return new Outcome(published.size(), failures);
    }

    private Set<String> send(List<Row> wave, List<Long> published, List<String> failures) {
        var failedKeys = new HashSet<String>();
        var acknowledgements =
                wave.stream().map(row -> mailbox.send(row.letter())).toList();
        for (int i = 0; i < wave.size(); i++) {
            var row = wave.get(i);
            if (isAcknowledged(acknowledgements.get(i), row.letter())) {
                published.add(row.id());
            } else {
                failedKeys.add(row.letter().key());
                failures.add(row.letter().type() + " " + row.letter().eventId());
            }
        }
        return failedKeys;
    }

    private static boolean isAcknowledged(CompletableFuture<?> acknowledgement, Letter letter) {
        try {
            acknowledgement.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            log.atWarn()
                    .addKeyValue("event", letter.eventId())
                    .addKeyValue("type", letter.type())
                    .addKeyValue("fault", Fault.of(e))
                    .log("An event could not be published and will be tried again");
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
