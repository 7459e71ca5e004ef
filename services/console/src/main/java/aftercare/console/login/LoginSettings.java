package aftercare.console.login;

import aftercare.platform.access.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The accounts a data directory starts with: those of the demo, or in live use one first admin.
 */
@Validated
@ConfigurationProperties("console")
record LoginSettings(
        @DefaultValue List<DemoAccount> demoAccounts,
        @Nullable FirstAdmin firstAdmin) {

    record DemoAccount(@NotBlank String id, @NotBlank String name, Set<Role> roles) {}

    record FirstAdmin(
            @NotBlank String id,
            @NotBlank String name,
            @Size(min = 12) String password) {}
}
