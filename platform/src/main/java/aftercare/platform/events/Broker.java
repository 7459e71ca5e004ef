package aftercare.platform.events;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/** What a service asks the broker besides reading and writing. Every call ends within seconds, whether the broker answers or not. */
final class Broker implements DisposableBean {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Object> properties;
    private @Nullable Admin admin;

    Broker(Map<String, Object> properties) {
        this.properties = Map.copyOf(properties);
    }

    /** The broker did not answer, or answered with an error. */
    static final class Unreachable extends Exception {
        Unreachable(Throwable cause) {
            super("The broker did not answer", cause);
        }
    }

    private interface Question<T> {
        T ask(Admin admin) throws ExecutionException, InterruptedException, TimeoutException;
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(properties);
        }
        return admin;
    }

    private <T> T ask(Question<T> question) throws Unreachable, InterruptedException {
        try {
            return question.ask(admin());
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            throw new Unreachable(e);
        }
    }

    /** Makes those that are not there; another service may do the same at the same moment. */
    void create(List<NewTopic> topics) throws Unreachable, InterruptedException {
        ask(admin -> {
            var known = admin.listTopics().names().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            var missing = topics.stream()
                    .filter(topic -> !known.contains(topic.name()))
                    .toList();
            for (var creation : admin.createTopics(missing).values().values()) {
                awaitCreation(creation);
            }
            return known;
        });
    }

    private static void awaitCreation(Future<?> creation)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            creation.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** How many events of these topics lie before each group, counting one that is being handled. */
    long lag(Map<String, Set<String>> topicsByGroup) throws Unreachable, InterruptedException {
        return ask(admin -> {
            var topics = topicsByGroup.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
            var partitions = partitionsOf(admin, topics);
            var ends = offsets(admin, partitions, OffsetSpec.latest());
            var starts = offsets(admin, partitions, OffsetSpec.earliest());
            var lag = 0L;
            for (var group : topicsByGroup.entrySet()) {
                var committed = committed(admin, group.getKey());
                for (var partition : partitions) {
                    if (group.getValue().contains(partition.topic())) {
                        lag += lag(partition, ends, starts, committed);
                    }
                }
            }
            return lag;
        });
    }

    private static long lag(
            TopicPartition partition,
            Map<TopicPartition, Long> ends,
            Map<TopicPartition, Long> starts,
            Map<TopicPartition, OffsetAndMetadata> committed) {
        var start = starts.getOrDefault(partition, 0L);
        @Nullable OffsetAndMetadata done = committed.get(partition);
        return Math.max(0, ends.getOrDefault(partition, 0L) - (done == null ? start : Math.max(start, done.offset())));
    }

    private static Set<TopicPartition> partitionsOf(Admin admin, Set<String> topics)
            throws ExecutionException, InterruptedException, TimeoutException {
        var partitions = new HashSet<TopicPartition>();
        admin.describeTopics(topics)
                .allTopicNames()
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .values()
                .forEach(topic -> topic.partitions()
                        .forEach(partition -> partitions.add(new TopicPartition(topic.name(), partition.partition()))));
        return partitions;
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, Set<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException, TimeoutException {
        var offsets = new HashMap<TopicPartition, Long>();
        admin.listOffsets(
                        partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> spec)),
                        new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private static Map<TopicPartition, OffsetAndMetadata> committed(Admin admin, String group)
            throws ExecutionException, InterruptedException, TimeoutException {
        return admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void destroy() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
