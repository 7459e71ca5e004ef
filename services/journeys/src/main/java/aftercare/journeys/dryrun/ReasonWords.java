package aftercare.journeys.dryrun;

import aftercare.journeys.planning.DropReason;

/** Why something is not said, for people. */
final class ReasonWords {
    private ReasonWords() {}

    static String of(DropReason reason) {
        return switch (reason) {
            case NO_CONSENT -> "The patient has not agreed to texts.";
            case OPTED_OUT -> "The patient stopped texts.";
            case DECEASED -> "The patient has died.";
            case MERGED -> "The chart was merged into another one.";
            case VISIT_CANCELLED -> "The visit was cancelled.";
            case NO_SHOW -> "The patient did not come.";
            case CANCELLED_BY_STAFF -> "A colleague cancelled what was planned.";
            case SUPERSEDED -> "The visit got another time, and its new time has a plan of its own.";
            case REBOOKED -> "Another visit was booked at once in its place.";
            case ALREADY_BOOKED -> "The next session is booked.";
            case SHORT_NOTICE -> "Too little time is left before the visit.";
            case SESSION_FOLLOWS -> "A session follows too soon.";
            case NEWER_SESSION -> "The next session begins first, and its own texts take over.";
            case SESSION_DAY -> "It is not for the day of a session.";
            case IN_SESSION -> "The patient is in the clinic.";
            case PAUSED -> "It is paused.";
            case CLINIC_CLOSED -> "The clinic is closed that day.";
            case NO_ONE_ON_CALL -> "It asks about risk, and nobody is surely on call while it may be answered.";
            case OVER_BUDGET -> "Texts that matter more take the places of that day or week.";
            case QUESTION_OPEN -> "A question that matters as much is open until after its hours.";
            case ANSWERED -> "The patient wrote, so there is nothing to remind of.";
            case NOT_ASKED -> "The question itself was not put.";
            case NO_TOPIC_LEFT -> "The patient has seen every topic.";
            case NO_CHECK_IN_SEEN -> "Nobody reported whether the patient came.";
            case TOO_OLD -> "What it counts from is too long ago.";
            case WINDOW_CLOSED -> "Its hours are over, and late is never.";
        };
    }
}
