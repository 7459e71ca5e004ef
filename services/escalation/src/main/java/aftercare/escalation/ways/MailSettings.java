package aftercare.escalation.ways;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How pages go by e-mail; the server is {@code spring.mail.*}.
 *
 * @param from the sender that colleagues see
 */
@ConfigurationProperties("escalation.email")
record MailSettings(@Nullable String from) {}
