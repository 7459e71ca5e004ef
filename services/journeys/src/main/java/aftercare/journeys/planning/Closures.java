package aftercare.journeys.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The days on which the clinic is closed and no staff is there, by the clinic's own calendar. */
public record Closures(List<Closure> all) {
    public static final Closures NONE = new Closures(List.of());

    public Closures {
        all = List.copyOf(all);
    }

    /**
     * One closure or holiday.
     *
     * @param to its last day, the same as {@code from} for a single day
     * @param name such as "Thanksgiving"
     */
    public record Closure(LocalDate from, LocalDate to, String name) {
        public Closure {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("A closure does not end before it begins");
            }
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    public Optional<Closure> on(LocalDate day) {
        return all.stream().filter(closure -> closure.covers(day)).findFirst();
    }
}
