package aftercare.intake.fhir;

import static java.util.Comparator.comparingInt;

import aftercare.intake.patients.GivenContact;
import aftercare.intake.patients.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.ContactComponent;
import org.jspecify.annotations.Nullable;

/** Which of a patient's contacts is the one to ask when the patient can't be reached: who is one for emergencies, else the first that can be called. */
final class SecondContacts {
    /** HL7 table 0131: emergency contact. */
    private static final String EMERGENCY = "C";

    private SecondContacts() {}

    static Optional<GivenContact> of(Patient patient, String path, Instant now, Issues issues) {
        var contacts = patient.getContact();
        return IntStream.range(0, contacts.size())
                .filter(index -> !name(contacts.get(index)).isBlank() && !ended(contacts.get(index), now))
                .boxed()
                .min(comparingInt(index -> placeOf(contacts.get(index), now)))
                .map(index -> contact(contacts.get(index), path + ".contact[" + index + "]", now, issues));
    }

    private static GivenContact contact(ContactComponent contact, String path, Instant now, Issues issues) {
        var numbers = numbers(contact, now);
        if (numbers.isEmpty()) {
            issues.warning(
                    IssueType.INCOMPLETE,
                    path + ".telecom",
                    "This contact has no telephone number that could be called, so staff see a name only. Add one as in +12025550100.");
        }
        return new GivenContact(name(contact), numbers.isEmpty() ? null : numbers.getFirst(), relation(contact));
    }

    private static int placeOf(ContactComponent contact, Instant now) {
        var callable = numbers(contact, now).isEmpty() ? 2 : 0;
        return isForEmergencies(contact) ? callable : callable + 1;
    }

    private static boolean isForEmergencies(ContactComponent contact) {
        return contact.getRelationship().stream()
                .flatMap(relationship -> relationship.getCoding().stream())
                .anyMatch(coding -> EMERGENCY.equals(coding.getCode()));
    }

    private static boolean ended(ContactComponent contact, Instant now) {
        var end = contact.getPeriod().getEnd();
        return end != null && end.toInstant().isBefore(now);
    }

    private static String name(ContactComponent contact) {
        return PatientMapping.written(contact.getName());
    }

    private static List<String> numbers(ContactComponent contact, Instant now) {
        return contact.getTelecom().stream()
                .filter(telecom -> isCallable(telecom, now))
                .sorted(comparingInt(SecondContacts::rank))
                .flatMap(telecom -> Optional.ofNullable(telecom.getValue()).flatMap(PhoneNumber::inE164).stream())
                .toList();
    }

    private static boolean isCallable(ContactPoint telecom, Instant now) {
        var ended = telecom.getPeriod().getEnd();
        return (telecom.getSystem() == ContactPointSystem.PHONE || telecom.getSystem() == ContactPointSystem.SMS)
                && telecom.getUse() != ContactPointUse.OLD
                && (ended == null || ended.toInstant().isAfter(now));
    }

    private static int rank(ContactPoint telecom) {
        return telecom.hasRank() ? telecom.getRank() : Integer.MAX_VALUE;
    }

    private static @Nullable String relation(ContactComponent contact) {
        return contact.getRelationship().stream()
                .filter(relationship ->
                        relationship.getCoding().stream().noneMatch(coding -> EMERGENCY.equals(coding.getCode()))
                                || relationship.hasText())
                .map(SecondContacts::words)
                .filter(words -> !words.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static String words(CodeableConcept relationship) {
        return relationship.hasText()
                ? relationship.getText().strip()
                : relationship.getCoding().stream()
                        .map(coding -> coding.hasDisplay() ? coding.getDisplay() : "")
                        .filter(display -> !display.isBlank())
                        .findFirst()
                        .orElse("")
                        .toLowerCase(Locale.ROOT);
    }
}
