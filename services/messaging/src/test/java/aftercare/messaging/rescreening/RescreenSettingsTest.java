package aftercare.messaging.rescreening;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.messaging.gate.EngineVersion;
import aftercare.schemas.screening.Versions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RescreenSettingsTest {
    @Test
    void thirty_days_are_read_again_fifty_at_a_time() {
        var settings = new Binder(new MapConfigurationPropertySource())
                .bindOrCreate("messaging.rescreen", RescreenSettings.class);

        assertThat(settings)
                .isEqualTo(new RescreenSettings(
                        Duration.ofDays(30),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(1),
                        50,
                        Duration.ofMinutes(10)));
    }

    @Test
    void a_change_of_code_rules_or_model_is_another_version() {
        assertThat(EngineVersion.of(new Versions("1.0", "a", null))).isEqualTo(new EngineVersion("1.0+a"));
        assertThat(EngineVersion.of(new Versions("1.0", "a", "m"))).isEqualTo(new EngineVersion("1.0+a+m"));
    }
}
