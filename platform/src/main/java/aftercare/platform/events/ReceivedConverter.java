package aftercare.platform.events;

import aftercare.platform.events.Reading.Known;
import aftercare.schemas.Event;
import java.lang.reflect.Type;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.kafka.support.converter.MessagingMessageConverter;

/** Gives a listener method its {@link Received}. */
final class ReceivedConverter extends MessagingMessageConverter {

    @Override
    protected Object extractAndConvertValue(ConsumerRecord<?, ?> record, @Nullable Type type) {
        if (record.value() instanceof Known known && record.key() instanceof String key) {
            checkFits(type, known.payload());
            return new Received<>(known.id(), key, known.time(), known.payload());
        }
        throw new IllegalStateException("A record that is no event came past the filter");
    }

    /** Or else the listener would fail with a class cast somewhere inside. */
    private static void checkFits(@Nullable Type wanted, Event payload) {
        if (wanted == null) {
            return;
        }
        var event =
                ResolvableType.forType(wanted).as(Received.class).getGeneric(0).resolve(Event.class);
        if (!event.isInstance(payload)) {
            throw new IllegalStateException("A listener for " + event.getName() + " can't take a "
                    + payload.getClass().getName());
        }
    }
}
