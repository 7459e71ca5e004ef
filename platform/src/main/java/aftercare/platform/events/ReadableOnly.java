package aftercare.platform.events;

import aftercare.platform.events.Reading.Known;
import aftercare.platform.events.Reading.Unknown;
import aftercare.platform.events.Reading.Unreadable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.adapter.RecordFilterStrategy;

/** Lets listeners see only what they can read. */
final class ReadableOnly implements RecordFilterStrategy<String, Reading> {
    private static final Logger log = LoggerFactory.getLogger(ReadableOnly.class);

    private final DeadLetters deadLetters;

    ReadableOnly(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** Returns true for a record that goes no further. */
    @Override
    public boolean filter(ConsumerRecord<String, Reading> record) {
        @Nullable Reading reading = record.value();
        if (reading == null) {
            return true; // a tombstone: erased
        }
        return switch (reading) {
            case Known known -> isKeyless(record, known);
            case Unknown unknown -> skip(record, unknown);
            case Unreadable unreadable -> putAside(record, unreadable);
        };
    }

    private boolean isKeyless(ConsumerRecord<String, Reading> record, Known known) {
        @Nullable String key = record.key();
        return key == null && putAside(record, new Unreadable("without a key", known.id(), null, known.bytes()));
    }

    private static boolean skip(ConsumerRecord<String, Reading> record, Unknown unknown) {
        log.atInfo()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("type", unknown.type())
                .log("Skipped an event of an unknown type");
        return true;
    }

    private boolean putAside(ConsumerRecord<String, Reading> record, Unreadable unreadable) {
        deadLetters.put(record, unreadable);
        return true;
    }
}
