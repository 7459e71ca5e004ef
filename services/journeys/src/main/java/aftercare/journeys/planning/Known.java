package aftercare.journeys.planning;

import aftercare.journeys.facts.PatientHistory;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All that a patient's plan goes by, beside the journey and the hour.
 *
 * @param standing what was planned, asked for and said so far
 * @param answers what the patient answered, in whatever order
 */
public record Known(
        PatientHistory history,
        List<PlannedTouchpoint> standing,
        List<GivenAnswer> answers,
        Pauses pauses,
        Closures closures) {
    public Known {
        standing = List.copyOf(standing);
        answers = List.copyOf(answers);
    }

    /** Somebody to whom nothing was said yet, in a clinic that stops for nothing. */
    public static Known of(PatientHistory history) {
        return new Known(history, List.of(), List.of(), Pauses.NONE, Closures.NONE);
    }

    /** The same had the patient's past and bookings been others. */
    public Known asIf(PatientHistory other) {
        return new Known(other, standing, answers, pauses, closures);
    }

    public Known standing(List<PlannedTouchpoint> rows) {
        return new Known(history, rows, answers, pauses, closures);
    }

    Optional<PlannedTouchpoint> row(UUID id) {
        return standing.stream().filter(row -> row.id().equals(id)).findFirst();
    }
}
