package aftercare.simulator.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import java.security.MessageDigest;
import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.validation.annotation.Validated;

/** The made-up account whose texts the simulator takes; the services have the same. */
@Validated
@ConfigurationProperties("twilio")
public record TwilioAccount(
        @NotBlank String accountSid, @NotBlank String authToken) {

    /**
     * Lets only who knows the token in.
     *
     * @throws Refused as Twilio does
     */
    public void authenticate(String sid, HttpServletRequest request) {
        var expected = "Basic " + Base64.getEncoder().encodeToString((accountSid + ":" + authToken).getBytes(UTF_8));
        var given = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (given == null
                || !accountSid.equals(sid)
                || !MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8))) {
            throw new Refused(Refusal.AUTHENTICATE);
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "TwilioAccount";
    }
}
