package aftercare.platform.access;

import java.util.Set;

/** Who is behind a call: the token's subject and roles. The id is what the audit trail names. */
public record Caller(String id, Set<Role> roles) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    /** A service acting for itself. */
    public static Caller service(String name) {
        return new Caller("service:" + name, Set.of(Role.SERVICE));
    }
}
