package aftercare.escalation.cases;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.escalation.cases.LateFindingPolicy.Way;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LateFindingPolicyTest {
    private static final Instant NOW = Instant.parse("2026-03-07T12:00:00Z");
    private static final LateFindingPolicy POLICY = new LateFindingPolicy(Duration.ofDays(2));

    @Test
    void a_reply_of_the_last_two_days_pages() {
        assertThat(POLICY.decide(NOW.minus(Duration.ofHours(47)), false, NOW)).isEqualTo(Way.PAGE);
    }

    @Test
    void an_older_one_is_read_in_staffed_hours() {
        assertThat(POLICY.decide(NOW.minus(Duration.ofDays(2)), false, NOW)).isEqualTo(Way.LIST);
    }

    @Test
    void one_that_a_human_has_dealt_with_wakes_nobody() {
        assertThat(POLICY.decide(NOW, true, NOW)).isEqualTo(Way.LIST);
    }

    @Test
    void forty_eight_hours_are_the_default() {
        var settings = new Binder(new MapConfigurationPropertySource())
                .bindOrCreate("escalation.late-findings", LateFindingSettings.class);
        assertThat(settings.pageWithin()).isEqualTo(Duration.ofDays(2));
    }
}
