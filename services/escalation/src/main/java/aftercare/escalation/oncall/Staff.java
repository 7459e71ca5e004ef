package aftercare.escalation.oncall;

import aftercare.platform.access.Role;
import aftercare.schemas.StaffId;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A colleague. Without a number nobody can page them. */
public record Staff(StaffId id, String name, @Nullable String number, Set<Role> roles) {
    public Staff {
        roles = Set.copyOf(roles);
    }

    /** What colleagues call them: "Rosa" of "Rosa Lindqvist", "Mira" of "Dr Mira Castellanos". */
    public String calledName() {
        return Stream.of(name.split(" "))
                .filter(word -> !word.equals("Dr") && !word.equals("Dr."))
                .findFirst()
                .orElse(name);
    }

    /** Whether a case can be brought before them. */
    boolean canBePaged() {
        return number != null && roles.contains(Role.CLINICIAN);
    }

    /** Leads the clinic: answers for patients and for the product. */
    public boolean isDirector() {
        return roles.contains(Role.CLINICIAN) && roles.contains(Role.ADMIN);
    }

    /** The id only (S9). */
    @Override
    public String toString() {
        return "Staff[" + id + "]";
    }
}
