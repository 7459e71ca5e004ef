package aftercare.messaging.consent;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How the clinic names itself in a text, and the number to call. */
@Validated
@ConfigurationProperties("clinic")
record Clinic(@NotBlank String name, @NotBlank String phone) {}
