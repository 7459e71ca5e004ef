package aftercare.console.login;

import aftercare.platform.access.Role;
import aftercare.platform.sealing.Sealer;
import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Opens and closes the logins of colleagues. A closed one ends what is signed in with it. */
@Component
public class StaffAccounts {
    private final Accounts accounts;
    private final Sealer sealer;
    private final PasswordEncoder passwords;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    StaffAccounts(
            Accounts accounts,
            Sealer sealer,
            PasswordEncoder passwords,
            FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.accounts = accounts;
        this.sealer = sealer;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    public boolean has(String staffId) {
        return accounts.byId(staffId).isPresent();
    }

    /** Leaves an account that exists already as it is. */
    public void open(String staffId, String name, String password, Set<Role> roles) {
        accounts.add(new Account(staffId, sealer.seal(name, staffId, "name"), passwords.encode(password), roles));
    }

    /** From their next sign-in on they may do what these roles allow; they are signed out for that. */
    public void change(String staffId, String name, Set<Role> roles) {
        accounts.byId(staffId).filter(account -> !account.roles().equals(roles)).ifPresent(account -> {
            accounts.change(staffId, sealer.seal(name, staffId, "name"), roles);
            signOut(staffId);
        });
    }

    public void close(String staffId) {
        accounts.remove(staffId);
        signOut(staffId);
    }

    private void signOut(String staffId) {
        sessions.findByPrincipalName(staffId).keySet().forEach(sessions::deleteById);
    }
}
