package aftercare.simulator;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.mock.env.MockEnvironment;

class DemoOnlyTest {

    private static void start(MockEnvironment environment) {
        var gate = new DemoOnly();
        gate.setEnvironment(environment);
        gate.postProcessBeanFactory(new DefaultListableBeanFactory());
    }

    @Test
    void the_simulator_starts_in_a_demo_only() {
        assertThatCode(() -> start(new MockEnvironment().withProperty("aftercare.mode", "demo")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> start(new MockEnvironment().withProperty("aftercare.mode", "live")))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                .hasMessageContaining("demo");
        assertThatThrownBy(() -> start(new MockEnvironment()))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class);
    }
}
