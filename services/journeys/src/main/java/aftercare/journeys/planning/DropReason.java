package aftercare.journeys.planning;

/** Why a touchpoint is not said. */
public enum DropReason {
    NO_CONSENT(false, "The patient has not agreed to texts."),
    OPTED_OUT(false, "The patient stopped texts."),
    DECEASED(false, "The patient has died."),
    MERGED(false, "The chart was merged into another one."),
    VISIT_CANCELLED(false, "The visit was cancelled."),
    NO_SHOW(false, "The patient did not come."),
    CANCELLED_BY_STAFF(false, "A colleague cancelled what was planned."),
    SUPERSEDED(false, "The visit got another time, or what this hung on was taken back."),
    REBOOKED(false, "Another visit was booked at once in its place."),
    ALREADY_BOOKED(false, "The next session is booked."),
    SHORT_NOTICE(false, "Too little time is left before the visit."),
    SESSION_FOLLOWS(false, "A session follows too soon."),
    NEWER_SESSION(false, "The next session begins first, and its own texts take over."),
    SESSION_DAY(false, "It is not for the day of a session."),
    IN_SESSION(false, "The patient is in the clinic."),
    PAUSED(false, "It is paused."),
    CLINIC_CLOSED(false, "The clinic is closed that day."),
    NO_ONE_ON_CALL(true, "It asks about risk, and nobody is surely on call while it may be answered."),
    OVER_BUDGET(false, "Texts that matter more take the places of that day or week."),
    QUESTION_OPEN(false, "A question that matters as much is open until after its hours."),
    ANSWERED(false, "The patient wrote, so there is nothing to remind of."),
    NOT_ASKED(false, "The question itself was not put."),
    NO_TOPIC_LEFT(false, "The patient has seen every topic."),
    NO_CHECK_IN_SEEN(false, "Nobody reported whether the patient came."),
    TOO_OLD(true, "What it counts from is too long ago."),
    WINDOW_CLOSED(true, "Its hours are over, and late is never.");

    private final boolean lateness;
    private final String words;

    DropReason(boolean lateness, String words) {
        this.lateness = lateness;
        this.words = words;
    }

    /** One sentence for staff. */
    public String words() {
        return words;
    }

    /** Whether only time has passed: what was already asked for then stays with messaging, which skips it by itself. */
    boolean isLateness() {
        return lateness;
    }
}
