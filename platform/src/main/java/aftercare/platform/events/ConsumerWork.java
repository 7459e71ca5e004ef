package aftercare.platform.events;

import aftercare.platform.clock.WorkSource;
import aftercare.platform.events.Broker.Unreachable;
import aftercare.schemas.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Events that lie before this service's listeners or are being handled: each is committed only when its listener has returned. */
final class ConsumerWork implements WorkSource {
    private final Broker broker;
    private final KafkaListenerEndpointRegistry registry;

    ConsumerWork(Broker broker, KafkaListenerEndpointRegistry registry) {
        this.broker = broker;
        this.registry = registry;
    }

    /** Without a broker nobody can say that nothing is pending. */
    @Override
    public int pending(Instant now) {
        var topics = topicsByGroup();
        if (topics.isEmpty()) {
            return 0;
        }
        try {
            return Math.clamp(broker.lag(topics), 0, Integer.MAX_VALUE);
        } catch (Unreachable e) {
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private Map<String, Set<String>> topicsByGroup() {
        var topics = new HashMap<String, Set<String>>();
        for (MessageListenerContainer container : registry.getAllListenerContainers()) {
            var group = container.getGroupId();
            var listened = container.getContainerProperties().getTopics();
            if (group != null && listened != null) {
                topics.computeIfAbsent(group, _ -> new HashSet<>())
                        .addAll(Stream.of(listened).filter(Topics.ALL::contains).toList());
            }
        }
        return topics;
    }

    @Override
    public Optional<Instant> nextDueAfter(Instant now) {
        return Optional.empty();
    }
}
