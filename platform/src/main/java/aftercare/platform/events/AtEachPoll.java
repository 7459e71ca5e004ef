package aftercare.platform.events;

import aftercare.platform.clock.Activity;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.RecordInterceptor;

/** What the consumer's own thread does around its listener: lets partitions go on that have waited, and counts what passed. */
final class AtEachPoll implements RecordInterceptor<String, Reading> {
    private final RetryForEver retries;
    private final Activity activity;

    AtEachPoll(RetryForEver retries, Activity activity) {
        this.retries = retries;
        this.activity = activity;
    }

    @Override
    public void setupThreadState(Consumer<?, ?> consumer) {
        retries.resumeDue(consumer);
    }

    @Override
    public ConsumerRecord<String, Reading> intercept(
            ConsumerRecord<String, Reading> record, Consumer<String, Reading> consumer) {
        return record;
    }

    @Override
    public void success(ConsumerRecord<String, Reading> record, Consumer<String, Reading> consumer) {
        activity.tick();
    }
}
