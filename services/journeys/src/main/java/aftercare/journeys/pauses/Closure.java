package aftercare.journeys.pauses;

import java.time.LocalDate;
import java.util.UUID;

/** Days on which nobody is in, the last included. */
record Closure(UUID id, LocalDate firstDay, LocalDate lastDay, String name, String enteredBy) {

    boolean overlaps(LocalDate first, LocalDate last) {
        return !firstDay.isAfter(last) && !lastDay.isBefore(first);
    }
}
