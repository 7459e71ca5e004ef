package aftercare.simulator.carrier;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** The made-up account whose texts the simulator takes; the services have the same. */
@Validated
@ConfigurationProperties("twilio")
record TwilioAccount(@NotBlank String accountSid, @NotBlank String authToken) {

    /** Without the token. */
    @Override
    public String toString() {
        return "TwilioAccount";
    }
}
