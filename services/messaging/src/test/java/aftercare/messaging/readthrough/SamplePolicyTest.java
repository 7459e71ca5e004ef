package aftercare.messaging.readthrough;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SamplePolicyTest {
    @Test
    void by_default_all_are_read_within_twelve_hours() {
        var settings = bound(new MapConfigurationPropertySource());

        assertThat(settings)
                .isEqualTo(new ReadThroughSettings(
                        1.0, Duration.ofDays(14), Duration.ofMinutes(15), Duration.ofHours(12), Duration.ofDays(90)));
        assertThat(settings.samplePolicy().appliesTo(1_000_000)).isFalse();
    }

    @Test
    void less_than_five_percent_is_refused_with_what_to_do() {
        var source = new MapConfigurationPropertySource();
        source.put("messaging.read-through.sample", "0.049");

        assertThatThrownBy(() -> bound(source))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessageContaining("messaging.read-through.sample is 0.049")
                .hasMessageContaining("at least 5 %");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1.01, Double.NaN})
    void what_is_no_share_is_refused(double share) {
        assertThatThrownBy(() -> new SamplePolicy(share)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_sample_is_taken_only_of_a_day_of_more_than_a_thousand() {
        assertThat(new SamplePolicy(0.05).appliesTo(1_000)).isFalse();
        assertThat(new SamplePolicy(0.05).appliesTo(1_001)).isTrue();
    }

    @Test
    void whoever_was_at_risk_lately_is_always_read_and_stands_for_nobody_else() {
        assertThat(new SamplePolicy(0.05).choose(key(0xFF), true)).isEqualTo(new SamplePolicy.Choice(true, 1));
    }

    @Test
    void the_key_decides_and_one_that_is_read_stands_for_the_others() {
        assertThat(new SamplePolicy(0.05).choose(key(0x00), false)).isEqualTo(new SamplePolicy.Choice(true, 20));
        assertThat(new SamplePolicy(0.05).choose(key(0xFF), false)).isEqualTo(new SamplePolicy.Choice(false, 0));
    }

    @Test
    void a_tenth_is_a_tenth() {
        var random = new Random(7);
        var policy = new SamplePolicy(0.1);
        var read = 0;
        for (var i = 0; i < 20_000; i++) {
            var bytes = new byte[32];
            random.nextBytes(bytes);
            var key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            read += policy.choose(key, false).read() ? 1 : 0;
        }

        assertThat(read).isBetween(1_850, 2_150);
    }

    private static String key(int each) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) each);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static ReadThroughSettings bound(MapConfigurationPropertySource source) {
        return new Binder(source).bindOrCreate("messaging.read-through", ReadThroughSettings.class);
    }
}
