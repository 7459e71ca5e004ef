package aftercare.simulator;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Stops the start before the first table is touched: a simulated carrier beside real patients would swallow their texts. */
@Component
class DemoOnly implements BeanFactoryPostProcessor, EnvironmentAware {
    private String mode = "live";

    @Override
    public void setEnvironment(Environment environment) {
        mode = environment.getProperty("aftercare.mode", "live");
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (!"demo".equalsIgnoreCase(mode)) {
            throw new InvalidConfigurationPropertyValueException(
                    "aftercare.mode",
                    mode,
                    "The simulator swallows texts instead of sending them, so it starts only in a demo. Set aftercare.mode=demo, or leave the"
                            + " simulator out of a live deployment.");
        }
    }
}
