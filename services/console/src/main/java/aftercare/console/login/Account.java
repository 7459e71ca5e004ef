package aftercare.console.login;

import aftercare.platform.access.Role;
import aftercare.schemas.Sealed;
import java.util.Set;

/** A login of a member of staff. The name is sealed with the staff id and field {@code name}. */
record Account(String staffId, Sealed name, String passwordHash, Set<Role> roles) {
    Account {
        roles = Set.copyOf(roles);
    }
}
