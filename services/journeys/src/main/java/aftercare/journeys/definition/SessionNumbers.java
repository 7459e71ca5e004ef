package aftercare.journeys.definition;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which sessions of a series are meant: those listed, or all from one to another. */
public record SessionNumbers(
        Set<Integer> listed,
        @Nullable Integer from,
        @Nullable Integer to) {
    public static final SessionNumbers ALL = new SessionNumbers(Set.of(), null, null);

    public SessionNumbers {
        listed = Set.copyOf(listed);
    }

    public boolean include(int number) {
        return listed.isEmpty()
                ? (from == null || number >= from) && (to == null || number <= to)
                : listed.contains(number);
    }
}
