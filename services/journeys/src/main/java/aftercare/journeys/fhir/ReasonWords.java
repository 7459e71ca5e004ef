package aftercare.journeys.fhir;

import aftercare.journeys.planning.DropReason;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;

/** Why something stands as it does: our code, and the same in words. */
final class ReasonWords {
    private static final Map<String, String> PLANNING =
            Stream.of(DropReason.values()).collect(Collectors.toMap(DropReason::name, DropReason::words));
    private static final Map<String, String> CARRIER = Map.ofEntries(
            Map.entry("NO_NUMBER", "The chart has no number for texts."),
            Map.entry("HANDED_OVER", "It is with staff: no machine says it."),
            Map.entry("WITHDRAWN", "It was taken back before it went."),
            Map.entry("HELD", "Texts to the patient are held until a human lets go."),
            Map.entry("NUMBER_REFUSED", "The carrier refuses the number."),
            Map.entry("SENT", "The carrier took it; that it arrived is not confirmed."),
            Map.entry("DELIVERED", "The carrier confirmed that it arrived."),
            Map.entry("UNDELIVERED", "The carrier could not deliver it."),
            Map.entry("REFUSED", "The carrier did not take it."),
            Map.entry("UNCERTAIN", "Whether the carrier took it is not known yet; it is never sent again."),
            Map.entry("UNKNOWN", "Whether the carrier took it was never known; it is not sent again."));

    private ReasonWords() {}

    static CodeableConcept concept(String reason) {
        var concept = new CodeableConcept().setText(words(reason));
        concept.addCoding().setSystem(Codes.REASONS).setCode(reason);
        return concept;
    }

    /** Of a reason that has no words here, its name with spaces. */
    static String words(String reason) {
        return PLANNING.getOrDefault(
                reason,
                CARRIER.getOrDefault(reason, asSentence(reason.replace('_', ' ').toLowerCase(Locale.ROOT))));
    }

    private static String asSentence(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
