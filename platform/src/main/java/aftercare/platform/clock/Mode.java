package aftercare.platform.clock;

import java.util.Locale;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;

/** Whether this deployment looks after real patients. What is not said to be a demo is live. */
public enum Mode {
    DEMO,
    LIVE;

    public static Mode of(Environment environment) {
        var named = environment.getProperty("aftercare.mode", "live");
        return switch (named.toLowerCase(Locale.ROOT)) {
            case "demo" -> DEMO;
            case "live" -> LIVE;
            default ->
                throw new InvalidConfigurationPropertyValueException("aftercare.mode", named, "Choose demo or live.");
        };
    }
}
