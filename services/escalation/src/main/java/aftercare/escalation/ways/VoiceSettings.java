package aftercare.escalation.ways;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How calls to colleagues go; all spans are machine time.
 *
 * @param clinicNumber what a patient sees when a colleague calls them from here
 * @param ring how long a phone rings: shorter than most voicemails wait
 * @param press how long a prompt waits for a key
 * @param prompts how often it is said before the call ends
 * @param pinTries wrong ones before the PIN is locked
 * @param askAfter when the carrier is asked about a call whose end it has not told, and then every so often
 * @param believedFor how long a call counts as under way while the carrier can't be asked
 */
@Validated
@ConfigurationProperties("escalation.voice")
public record VoiceSettings(
        @NotBlank String clinicNumber,
        @DefaultValue("25s") @DurationMin(seconds = 5) Duration ring,
        @DefaultValue("8s") @DurationMin(seconds = 1) Duration press,
        @DefaultValue("3") @Min(1) int prompts,
        @DefaultValue("3") @Min(1) int pinTries,
        @DefaultValue("15s") Duration askAfter,
        @DefaultValue("3m") Duration believedFor) {}
