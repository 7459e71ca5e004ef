package aftercare.console.login;

import aftercare.platform.access.Role;
import aftercare.platform.sealing.Sealer;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Fills an empty account table: the demo's people, or the operator's first admin. */
@Component
class FirstAccounts implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(FirstAccounts.class);

    private final LoginSettings settings;
    private final String mode;
    private final Accounts accounts;
    private final Sealer sealer;
    private final PasswordEncoder passwords;

    FirstAccounts(
            LoginSettings settings,
            @Value("${aftercare.mode:live}") String mode,
            Accounts accounts,
            Sealer sealer,
            PasswordEncoder passwords) {
        this.settings = settings;
        this.mode = mode;
        this.accounts = accounts;
        this.sealer = sealer;
        this.passwords = passwords;
    }

    @Override
    public void run(ApplicationArguments args) {
        if (!accounts.isEmpty()) {
            return;
        }
        var first = settings.firstAdmin();
        if (mode.equals("demo")) {
            settings.demoAccounts().forEach(demo -> add(demo.id(), demo.name(), "demo-" + demo.id(), demo.roles()));
        } else if (first != null) {
            add(first.id(), first.name(), first.password(), Set.of(Role.STAFF, Role.CLINICIAN, Role.ADMIN));
        } else {
            log.error(
                    "Nobody can log in: set console.first-admin.id, .name and .password (12 characters or more), then start again");
        }
    }

    private void add(String id, String name, String password, Set<Role> roles) {
        accounts.add(new Account(id, sealer.seal(name, id, "name"), passwords.encode(password), roles));
    }
}
