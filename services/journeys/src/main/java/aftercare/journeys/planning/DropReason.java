package aftercare.journeys.planning;

/** Why a touchpoint is not said. */
public enum DropReason {
    NO_CONSENT(false),
    OPTED_OUT(false),
    DECEASED(false),
    MERGED(false),
    VISIT_CANCELLED(false),
    NO_SHOW(false),
    /** A human cancelled what was planned. */
    CANCELLED_BY_STAFF(false),
    /** The visit got another time, or what it hung on was taken back; its successor has a plan of its own. */
    SUPERSEDED(false),
    /** Another visit was booked at once in place of the cancelled one. */
    REBOOKED(false),
    /** The next session is booked. */
    ALREADY_BOOKED(false),
    /** Too little time is left before the visit. */
    SHORT_NOTICE(false),
    /** A session follows too soon. */
    SESSION_FOLLOWS(false),
    /** The next session begins first; its own texts take over. */
    NEWER_SESSION(false),
    /** It is not for the day of a session. */
    SESSION_DAY(false),
    /** The patient is in the clinic. */
    IN_SESSION(false),
    /** A human paused the journey, the patient or the touchpoint. */
    PAUSED(false),
    /** The clinic is closed that day. */
    CLINIC_CLOSED(false),
    /** It asks about risk, and nobody is surely there for the whole time in which it may be answered. */
    NO_ONE_ON_CALL(true),
    /** Texts that matter more take the places of that day or week. */
    OVER_BUDGET(false),
    /** A question of equal or higher rank is open until after the window. */
    QUESTION_OPEN(false),
    /** The patient wrote: there is nothing to remind of. */
    ANSWERED(false),
    /** The question itself was not put. */
    NOT_ASKED(false),
    /** The patient has seen every topic. */
    NO_TOPIC_LEFT(false),
    /** Nobody reported that the patient came, nor that they did not: somebody forgot the check-in. */
    NO_CHECK_IN_SEEN(false),
    /** The anchor is history. */
    TOO_OLD(true),
    /** Late is never. */
    WINDOW_CLOSED(true);

    private final boolean lateness;

    DropReason(boolean lateness) {
        this.lateness = lateness;
    }

    /** Whether only time has passed: what was already asked for then stays with messaging, which skips it by itself. */
    boolean isLateness() {
        return lateness;
    }
}
