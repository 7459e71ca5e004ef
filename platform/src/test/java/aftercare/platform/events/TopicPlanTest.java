package aftercare.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.schemas.Topics;
import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicPlanTest {

    private static NewTopic planned(String name) {
        return TopicPlan.all().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Duration kept(String name) {
        return Duration.ofMillis(Long.parseLong(planned(name).configs().getOrDefault("retention.ms", "-1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"messaging.requests", "messaging.replies", "messaging.rescreens", "screening.verdicts"})
    void what_patients_wrote_or_are_written_is_kept_two_weeks_also_when_unreadable(String topic) {
        assertThat(kept(topic)).hasDays(14);
        assertThat(kept(topic + ".dlt")).hasDays(14);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clinic.appointments", "clinic.checkins", "messaging.receipts", "escalation.events"})
    void other_facts_are_kept_a_month(String topic) {
        assertThat(kept(topic)).hasDays(30);
    }

    @Test
    void patients_are_compacted_and_never_expire() {
        assertThat(planned(Topics.PATIENTS).configs())
                .containsEntry("cleanup.policy", "compact")
                .doesNotContainKey("retention.ms");
    }

    @Test
    void every_topic_has_twelve_partitions() {
        assertThat(Topics.ALL)
                .allSatisfy(topic -> assertThat(planned(topic).numPartitions()).isEqualTo(12));
    }
}
