package aftercare.platform.events;

import aftercare.platform.clock.MachineClock;
import aftercare.platform.faults.ChainAlarms;
import aftercare.platform.faults.Fault;
import aftercare.platform.faults.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * A record whose listener failed comes again until it passes. Only its own partition waits meanwhile: the others go on, so that one
 * patient's trouble does not hold up another's, and the consumer keeps polling, so that its session lives.
 */
final class RetryForEver implements CommonErrorHandler {
    private static final Logger log = LoggerFactory.getLogger(RetryForEver.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final MachineClock clock;
    private final ChainAlarms alarms;
    private final Map<String, Failing> failing = new ConcurrentHashMap<>();
    private final Map<Consumer<?, ?>, Map<TopicPartition, Instant>> waiting =
            Collections.synchronizedMap(new WeakHashMap<>());

    RetryForEver(MachineClock clock, ChainAlarms alarms) {
        this.clock = clock;
        this.alarms = alarms;
    }

    private record Failing(long offset, int attempt, Trouble trouble) {
        Duration pause() {
            var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 10));
            return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
    }

    @Override
    public boolean seeksAfterHandling() {
        return true;
    }

    /** Else the container would commit the failed record, and it would be lost. */
    @Override
    public boolean isAckAfterHandle() {
        return false;
    }

    @Override
    public void handleRemaining(
            Exception thrown,
            List<ConsumerRecord<?, ?>> records,
            Consumer<?, ?> consumer,
            MessageListenerContainer container) {
        seekBack(records, consumer);
        var failed = records.getFirst();
        var partition = partitionOf(failed);
        var place = container.getListenerId() + "/" + partition;
        var now = clock.instant();
        var attempt = failing.compute(place, (_, before) -> nextAttempt(before, failed.offset()));
        pause(consumer, partition, now.plus(attempt.pause()));
        tell(thrown, place, attempt, now);
    }

    /** Not by the container: its own resuming wakes the consumer, and the wake-up may hit another record's commit. */
    private void pause(Consumer<?, ?> consumer, TopicPartition partition, Instant until) {
        if (consumer.assignment().contains(partition)) {
            consumer.pause(List.of(partition));
            waiting.computeIfAbsent(consumer, _ -> new ConcurrentHashMap<>()).put(partition, until);
        }
    }

    /** Called by the consumer's own thread before each poll. */
    void resumeDue(Consumer<?, ?> consumer) {
        var partitions = waiting.getOrDefault(consumer, Map.of());
        if (partitions.isEmpty()) {
            return;
        }
        var now = clock.instant();
        partitions.entrySet().removeIf(partition -> {
            var due = !now.isBefore(partition.getValue());
            if (due && consumer.assignment().contains(partition.getKey())) {
                consumer.resume(List.of(partition.getKey()));
            }
            return due;
        });
    }

    private static void seekBack(List<ConsumerRecord<?, ?>> records, Consumer<?, ?> consumer) {
        var firsts = new LinkedHashMap<TopicPartition, Long>();
        records.forEach(record -> firsts.putIfAbsent(partitionOf(record), record.offset()));
        firsts.forEach((partition, offset) -> {
            try {
                consumer.seek(partition, offset);
            } catch (IllegalStateException e) {
                log.atInfo()
                        .addKeyValue("partition", partition)
                        .log("A partition was taken away; its new owner starts at the last commit");
            }
        });
    }

    private Failing nextAttempt(@Nullable Failing before, long offset) {
        return before != null && before.offset() == offset
                ? new Failing(offset, before.attempt() + 1, before.trouble())
                : new Failing(offset, 1, new Trouble("events-stuck", alarms));
    }

    private static void tell(Exception thrown, String place, Failing attempt, Instant now) {
        log.atWarn()
                .addKeyValue("place", place)
                .addKeyValue("offset", attempt.offset())
                .addKeyValue("attempt", attempt.attempt())
                .addKeyValue("fault", Fault.of(thrown))
                .log("An event could not be handled and will come again");
        attempt.trouble().failed(now, place + "@" + attempt.offset());
    }

    /** Something other than a listener failed, such as a poll or a commit; the consumer polls again by itself. */
    @Override
    public void handleOtherException(
            Exception thrown, Consumer<?, ?> consumer, MessageListenerContainer container, boolean batchListener) {
        log.atWarn()
                .addKeyValue("listener", container.getListenerId())
                .addKeyValue("fault", Fault.of(thrown))
                .log("A consumer failed and goes on");
    }

    private static TopicPartition partitionOf(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
