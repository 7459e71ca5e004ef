package aftercare.platform.events;

import aftercare.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** How each topic and its dead-letter topic are made. */
public final class TopicPlan {
    private static final Set<String> WITH_TEXT =
            Set.of(Topics.REQUESTS, Topics.REPLIES, Topics.RESCREENS, Topics.VERDICTS, Topics.REVIEWS);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration TEXT_KEPT = Duration.ofDays(14);

    private TopicPlan() {}

    public static List<NewTopic> all() {
        return Topics.ALL.stream()
                .flatMap(topic -> Stream.of(topic(topic), deadLetters(topic)))
                .toList();
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(Topics.PARTITIONS), Optional.empty())
                .configs(name.equals(Topics.PATIENTS) ? compacted() : keptFor(kept(name)));
    }

    /** One partition: few letters, read by people. */
    private static NewTopic deadLetters(String name) {
        return new NewTopic(name + Topics.DEAD_LETTER_SUFFIX, Optional.of(1), Optional.empty())
                .configs(keptFor(kept(name)));
    }

    private static Duration kept(String name) {
        return WITH_TEXT.contains(name) ? TEXT_KEPT : KEPT;
    }

    private static Map<String, String> keptFor(Duration time) {
        return Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(time.toMillis()));
    }

    /** An erased patient is gone a day later. */
    private static Map<String, String> compacted() {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                Long.toString(Duration.ofDays(1).toMillis()));
    }
}
