package aftercare.journeys.fhir;

import java.util.Locale;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeableConcept;

/** Why something stands as it does: our code, and the same in words. */
final class ReasonWords {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("NO_CONSENT", "The patient has not agreed to texts"),
            Map.entry("OPTED_OUT", "The patient stopped texts"),
            Map.entry("DECEASED", "The patient has died"),
            Map.entry("MERGED", "The chart was merged into another"),
            Map.entry("VISIT_CANCELLED", "The visit was cancelled"),
            Map.entry("NO_SHOW", "The patient did not come"),
            Map.entry("CANCELLED_BY_STAFF", "Staff cancelled what was planned"),
            Map.entry("SUPERSEDED", "The visit got another time, or what it hung on was taken back"),
            Map.entry("SHORT_NOTICE", "Too little time was left before the visit"),
            Map.entry("SESSION_FOLLOWS", "A session followed too soon"),
            Map.entry("REBOOKED", "Another visit was booked in place of the cancelled one"),
            Map.entry("ALREADY_BOOKED", "The next visit is booked already"),
            Map.entry("NEWER_SESSION", "The next session begins first, with texts of its own"),
            Map.entry("SESSION_DAY", "It is not for a day with a session"),
            Map.entry("IN_SESSION", "The patient was in the clinic"),
            Map.entry("OVER_BUDGET", "Texts that matter more took the places of that day or week"),
            Map.entry("QUESTION_OPEN", "A question that matters as much was open"),
            Map.entry("ANSWERED", "The patient wrote: there was nothing to remind of"),
            Map.entry("NOT_ASKED", "The question itself was not put"),
            Map.entry("NO_TOPIC_LEFT", "The patient has seen every topic"),
            Map.entry("NO_CHECK_IN_SEEN", "Nobody reported whether the patient came"),
            Map.entry("TOO_OLD", "It was known too late to speak of it"),
            Map.entry("WINDOW_CLOSED", "Its hours were over"),
            Map.entry("NO_ONE_ON_CALL", "Nobody was surely on call for the whole time in which it could be answered"),
            Map.entry("PAUSED", "Somebody paused it"),
            Map.entry("CLINIC_CLOSED", "The clinic was closed that day"),
            Map.entry("NO_NUMBER", "The chart has no number for texts"),
            Map.entry("WITHDRAWN", "It was taken back before it went"),
            Map.entry("HELD", "Texts to the patient are held until a human lets go"),
            Map.entry("NUMBER_REFUSED", "The carrier refuses the number"),
            Map.entry("SENT", "The carrier took it; that it arrived is not confirmed"),
            Map.entry("DELIVERED", "The carrier confirmed that it arrived"),
            Map.entry("UNDELIVERED", "The carrier could not deliver it"),
            Map.entry("REFUSED", "The carrier did not take it"),
            Map.entry("UNCERTAIN", "Whether the carrier took it is not known yet; it is never sent again"),
            Map.entry("UNKNOWN", "Whether the carrier took it was never known; it is not sent again"));

    private ReasonWords() {}

    static CodeableConcept concept(String reason) {
        var concept = new CodeableConcept().setText(words(reason));
        concept.addCoding().setSystem(Codes.REASONS).setCode(reason);
        return concept;
    }

    /** Of a reason that has no words here, its name with spaces. */
    static String words(String reason) {
        return WORDS.getOrDefault(reason, asSentence(reason.replace('_', ' ').toLowerCase(Locale.ROOT)));
    }

    private static String asSentence(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
