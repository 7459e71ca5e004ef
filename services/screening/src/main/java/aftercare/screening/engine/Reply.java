package aftercare.screening.engine;

import aftercare.screening.answers.OpenQuestion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reply as the engine reads it.
 *
 * @param thread the texts just before it, oldest first
 * @param question what the open question declares, where one is open
 * @param senderKnown whether the line belongs to a patient
 * @param escalationOpen whether a case is open on the line
 * @param language in which the clinic writes to the patient, if known
 */
public record Reply(
        String text,
        int mediaCount,
        List<Earlier> thread,
        @Nullable OpenQuestion question,
        boolean senderKnown,
        boolean escalationOpen,
        @Nullable String language) {
    public Reply {
        thread = List.copyOf(thread);
    }

    /** A text just before the reply. */
    public record Earlier(Side from, String text, long secondsBefore) {}

    /** Who wrote an earlier text. */
    public enum Side {
        CLINIC,
        PATIENT
    }
}
