package aftercare.platform.access;

import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * @param secret base64 of at least 32 bytes, the same for every service of a deployment
 * @param openPaths path patterns that need no token, besides health and metrics
 */
@ConfigurationProperties("aftercare.access")
record AccessSettings(@Nullable String secret, @DefaultValue List<String> openPaths) {
    private static final int LEAST_BYTES = 32;

    SecretKey key() {
        var bytes = decoded();
        if (bytes.length < LEAST_BYTES) {
            throw refused("Services need one secret to know each other by: base64 of at least 32 random bytes, such as"
                    + " `openssl rand -base64 32` prints, the same for every service of the deployment.");
        }
        return new SecretKeySpec(bytes, "HmacSHA256");
    }

    private byte[] decoded() {
        try {
            return secret == null ? new byte[0] : Base64.getDecoder().decode(secret.strip());
        } catch (IllegalArgumentException e) {
            throw refused("The secret is not base64.");
        }
    }

    private static InvalidConfigurationPropertyValueException refused(String reason) {
        return new InvalidConfigurationPropertyValueException("aftercare.access.secret", "(not shown)", reason);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "AccessSettings";
    }
}
