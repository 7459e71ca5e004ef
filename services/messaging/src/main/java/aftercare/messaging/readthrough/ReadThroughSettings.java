package aftercare.messaging.readthrough;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How ROUTINE replies are read by humans.
 *
 * @param sample share of them that is read on a day of more than a thousand; 1 is all, and less than 0.05 is refused
 * @param alwaysAfterRisk clinic time after a CRISIS or CONCERN in which everything of the patient is read, sample or not
 * @param lease machine time for which a reader has the replies that are shown
 * @param within clinic time in which each must be read
 * @param measuredOver clinic time over which the miss rate is taken
 */
@Validated
@ConfigurationProperties("messaging.read-through")
record ReadThroughSettings(
        @DefaultValue("1.0") double sample,
        @NotNull @DefaultValue("14d") Duration alwaysAfterRisk,
        @NotNull @DefaultValue("15m") Duration lease,
        @NotNull @DefaultValue("12h") Duration within,
        @NotNull @DefaultValue("90d") Duration measuredOver) {
    ReadThroughSettings {
        new SamplePolicy(sample);
    }

    SamplePolicy samplePolicy() {
        return new SamplePolicy(sample);
    }
}
