package aftercare.platform.twilio;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param authTokenPrevious the token before a rotation: what it signed is still believed
 * @param baseUrl a simulator's; absent for Twilio itself
 * @param socketTimeout how long an answer may take before the outcome is uncertain
 */
@ConfigurationProperties("twilio")
record TwilioSettings(
        @Nullable String accountSid,
        @Nullable String authToken,
        @Nullable String authTokenPrevious,
        @Nullable URI baseUrl,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration socketTimeout,
        @DefaultValue("100") int connections) {

    List<String> signingTokens() {
        var tokens = new ArrayList<String>();
        for (var token : Arrays.asList(authToken, authTokenPrevious)) {
            if (token != null && !token.isBlank()) {
                tokens.add(token);
            }
        }
        return tokens;
    }

    boolean complete() {
        return accountSid != null && !accountSid.isBlank() && authToken != null && !authToken.isBlank();
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "TwilioSettings";
    }
}
