package aftercare.messaging.threads;

import aftercare.messaging.consent.Consent;
import aftercare.messaging.consent.ConsentLedger;
import aftercare.messaging.lines.Lines;
import aftercare.messaging.lines.Patient;
import aftercare.messaging.lines.SecondContact;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.PatientId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Patients in the clear. Names lie sealed, so looking for one opens them all: right for a clinic of some thousand patients. */
@Component
class People {
    private static final int MOST = 200;

    private final Lines lines;
    private final ConsentLedger consent;
    private final Sealer sealer;
    private final JsonMapper json;

    People(Lines lines, ConsentLedger consent, Sealer sealer, JsonMapper json) {
        this.lines = lines;
        this.consent = consent;
        this.sealer = sealer;
        this.json = json;
    }

    Optional<Person> find(PatientId id) {
        return lines.patient(id).filter(Patient::known).map(this::of);
    }

    Optional<Chart> chart(PatientId id) {
        return lines.patient(id).filter(Patient::known).map(this::chart);
    }

    private Chart chart(Patient patient) {
        var contact = patient.secondContact();
        return new Chart(
                of(patient),
                lines.numbersOf(patient.id()),
                contact == null
                        ? null
                        : json.readValue(sealer.open(contact, patient.id(), "second_contact"), SecondContact.class));
    }

    /** By the beginning of the id; all of them when that is empty. */
    List<Person> byId(String beginning) {
        return all(patient -> patient.id().value().startsWith(beginning));
    }

    /** By a part of the name, or of the number's digits. */
    List<Person> search(String text) {
        var name = text.strip().toLowerCase(Locale.ROOT);
        var digits = text.replaceAll("\\D", "");
        return lines.patients().stream()
                .filter(patient -> patient.mergedInto() == null)
                .map(this::of)
                .filter(person -> person.name().toLowerCase(Locale.ROOT).contains(name)
                        || (digits.length() > 3 && digitsOf(person).contains(digits)))
                .limit(MOST)
                .toList();
    }

    Person of(Patient patient) {
        var line = patient.textingLine();
        var says = line == null ? Consent.NONE : consent.of(patient.id(), line);
        var name = patient.name();
        return new Person(
                patient.id(),
                name == null ? "" : sealer.open(name, patient.id(), "name"),
                Optional.ofNullable(line)
                        .flatMap(lines::find)
                        .flatMap(lines::numberOf)
                        .orElse(null),
                line,
                says == Consent.OPTED_OUT,
                says.name(),
                patient.language(),
                patient.zone().getId());
    }

    private List<Person> all(Predicate<Patient> wanted) {
        return lines.patients().stream()
                .filter(patient -> patient.mergedInto() == null)
                .filter(wanted)
                .limit(MOST)
                .map(this::of)
                .toList();
    }

    private static String digitsOf(Person person) {
        var number = person.number();
        return number == null ? "" : number.replaceAll("\\D", "");
    }
}
