package aftercare.simulator.clock;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param services who follows the clinic clock: base URLs by name
 * @param quietWithin machine time the chain may take to go quiet at one instant before a play gives up
 * @param silenceAllowed machine time a service may be out of reach before a play pauses
 * @param lookEvery machine time between two looks
 */
@ConfigurationProperties("simulator")
record ClockSettings(
        @DefaultValue Map<String, URI> services,
        @DefaultValue("30s") Duration quietWithin,
        @DefaultValue("5s") Duration silenceAllowed,
        @DefaultValue("40ms") Duration lookEvery) {}
