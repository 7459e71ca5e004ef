package aftercare.console.login;

import aftercare.platform.access.Caller;
import aftercare.platform.access.Role;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** Who is signed in, as templates and the services need to know them. */
public record Staff(String id, Set<Role> roles) {

    public static Staff of(Authentication signedIn) {
        var roles = signedIn.getAuthorities().stream()
                .map(authority -> String.valueOf(authority.getAuthority()))
                .filter(name -> name.startsWith("ROLE_"))
                .map(name -> Role.valueOf(name.substring("ROLE_".length())))
                .collect(Collectors.toSet());
        return new Staff(signedIn.getName(), roles);
    }

    /** In whose name the services are called; they check the roles themselves. */
    public Caller caller() {
        return new Caller(id, roles);
    }

    public boolean admin() {
        return roles.contains(Role.ADMIN);
    }

    public boolean clinician() {
        return roles.contains(Role.CLINICIAN);
    }

    /** Whether this is the person behind an id. */
    public boolean is(@Nullable String staffId) {
        return id.equals(staffId);
    }
}
