package aftercare.platform.events;

import aftercare.schemas.Topics;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
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
            var ends = offsets(admin, partitionsOf(topicsByGroup), OffsetSpec.latest());
            var lag = 0L;
            for (var group : committed(admin, topicsByGroup).entrySet()) {
                lag += lag(admin, group.getValue(), ends);
            }
            return lag;
        });
    }

    private static long lag(Admin admin, Map<TopicPartition, @Nullable Long> committed, Map<TopicPartition, Long> ends)
            throws ExecutionException, InterruptedException, TimeoutException {
        var lag = 0L;
        var unread = new HashSet<TopicPartition>();
        for (var partition : committed.entrySet()) {
            var end = ends.getOrDefault(partition.getKey(), 0L);
            var done = partition.getValue();
            if (done != null) {
                lag += Math.max(0, end - done);
            } else if (end > 0) {
                lag += end;
                unread.add(partition.getKey());
            }
        }
        for (var start : offsets(admin, unread, OffsetSpec.earliest()).values()) {
            lag -= start; // what retention took before it was read
        }
        return lag;
    }

    private static Set<TopicPartition> partitionsOf(Map<String, Set<String>> topicsByGroup) {
        return topicsByGroup.values().stream()
                .flatMap(Set::stream)
                .flatMap(Broker::partitionsOf)
                .collect(Collectors.toSet());
    }

    private static Stream<TopicPartition> partitionsOf(String topic) {
        return IntStream.range(0, Topics.PARTITIONS).mapToObj(partition -> new TopicPartition(topic, partition));
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, Set<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException, TimeoutException {
        var offsets = new HashMap<TopicPartition, Long>();
        if (partitions.isEmpty()) {
            return offsets;
        }
        admin.listOffsets(
                        partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> spec)),
                        new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    /** By group and partition; null where nothing was committed yet. */
    private static Map<String, Map<TopicPartition, @Nullable Long>> committed(
            Admin admin, Map<String, Set<String>> topicsByGroup)
            throws ExecutionException, InterruptedException, TimeoutException {
        var asked = admin.listConsumerGroupOffsets(topicsByGroup.keySet().stream()
                        .collect(Collectors.toMap(group -> group, _ -> new ListConsumerGroupOffsetsSpec())))
                .all()
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        var committed = new HashMap<String, Map<TopicPartition, @Nullable Long>>();
        topicsByGroup.forEach((group, topics) -> {
            var offsets = new HashMap<TopicPartition, @Nullable Long>();
            topics.stream().flatMap(Broker::partitionsOf).forEach(partition -> {
                var done = asked.getOrDefault(group, Map.of()).get(partition);
                offsets.put(partition, done == null ? null : done.offset());
            });
            committed.put(group, offsets);
        });
        return committed;
    }

    @Override
    public synchronized void destroy() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
