package aftercare.screening.replies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ScreeningSettingsTest {

    @Test
    void the_engine_has_two_seconds() {
        var settings =
                new Binder(new MapConfigurationPropertySource()).bindOrCreate("screening", ScreeningSettings.class);
        assertThat(settings.timeLimit()).isEqualTo(Duration.ofSeconds(2));
    }
}
