package aftercare.platform.events;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.AcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.DelegatingMessageListener;
import org.springframework.kafka.support.Acknowledgment;

/** Makes an {@link Error} in a listener a failure like any other. The container would stop for good, and log its message (S9). */
final class ErrorsFailToo
        implements AcknowledgingConsumerAwareMessageListener<String, Reading>,
                DelegatingMessageListener<AcknowledgingConsumerAwareMessageListener<String, Reading>> {
    private final AcknowledgingConsumerAwareMessageListener<String, Reading> listener;

    ErrorsFailToo(AcknowledgingConsumerAwareMessageListener<String, Reading> listener) {
        this.listener = listener;
    }

    @Override
    public AcknowledgingConsumerAwareMessageListener<String, Reading> getDelegate() {
        return listener;
    }

    @Override
    public void onMessage(
            ConsumerRecord<String, Reading> record,
            @Nullable Acknowledgment acknowledgment,
            @Nullable Consumer<?, ?> consumer) {
        try {
            listener.onMessage(record, acknowledgment, consumer);
        } catch (Error e) {
            throw new ListenerBroke(e);
        }
    }

    static final class ListenerBroke extends RuntimeException {
        ListenerBroke(Error cause) {
            super("A listener broke", cause);
        }
    }
}
