package aftercare.escalation.oncall;

import aftercare.platform.access.Role;
import aftercare.schemas.StaffId;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A colleague, or an answering service.
 *
 * @param number where their texts go: verified or, without such, whatever is there
 */
public record Staff(StaffId id, String name, @Nullable String number, Set<Role> roles) {
    static final String ANSWERING_SERVICE = "answering:";

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

    /** An outside number, entered by an admin; no colleague, and nobody who signs in. */
    public static boolean isAnsweringService(StaffId id) {
        return id.value().startsWith(ANSWERING_SERVICE);
    }

    /** Whether a case can be brought before them. */
    public boolean isClinician() {
        return roles.contains(Role.CLINICIAN);
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
