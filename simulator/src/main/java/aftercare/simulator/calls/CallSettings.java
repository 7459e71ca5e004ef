package aftercare.simulator.calls;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How calls go; all spans are machine time.
 *
 * @param letter how long the voice takes for a letter: keys are waited for after it has spoken
 * @param voicemailAfter how long a phone rings before its voicemail takes over, where a person chose that
 */
@ConfigurationProperties("simulator.calls")
record CallSettings(
        @DefaultValue("70ms") Duration letter,
        @DefaultValue("4s") Duration voicemailAfter) {}
