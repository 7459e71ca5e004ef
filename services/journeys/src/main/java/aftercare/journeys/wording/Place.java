package aftercare.journeys.wording;

import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/**
 * Where a text stands, which decides what it must hold and what it may say.
 *
 * @param detailed only for patients who agreed to detailed texts
 * @param ofVisit it belongs to a visit, so that date and time can be filled in
 * @param room how long it may be: less than two segments where something follows it in the same text
 */
public record Place(Kind kind, boolean detailed, boolean ofVisit, int room) {
    // The day and hour whose names are the longest.
    private static final LocalDateTime LONGEST = LocalDateTime.of(2026, 9, 30, 22, 30);

    public Place(Kind kind, boolean detailed, boolean ofVisit) {
        this(kind, detailed, ofVisit, Segments.Encoding.GSM_7.room(Segments.MOST));
    }

    /** What a text is for. */
    public enum Kind {
        /** The first that a patient gets: it says who writes, what will come and how to end it. */
        FIRST_TEXT,
        /** It may be answered in a crisis, so it says where to turn. */
        QUESTION,
        /** The question's first item follows it in the same text. */
        LEAD_IN,
        /** Tells something and asks nothing. */
        STATEMENT
    }

    Variables sample(ClinicSettings clinic) {
        return new Variables(clinic, ofVisit ? ZonedDateTime.of(LONGEST, clinic.zone()) : null);
    }
}
