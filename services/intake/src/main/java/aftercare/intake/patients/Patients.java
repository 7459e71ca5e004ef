package aftercare.intake.patients;

import aftercare.intake.records.RecordChange;
import aftercare.intake.records.Records;
import aftercare.intake.records.Version;
import aftercare.platform.audit.Audit;
import aftercare.platform.outbox.Outbox;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.PatientId;
import aftercare.schemas.Sealed;
import aftercare.schemas.clinic.ConsentOffer;
import aftercare.schemas.clinic.PatientChanged;
import aftercare.schemas.clinic.PatientNumber;
import aftercare.schemas.clinic.SecondContact;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** One row a patient: the lock under which everything of the patient is told in order, and what was told last. */
@Repository
public class Patients {
    /** The kind of record that speaks of a patient. */
    public static final String KIND = "Patient";

    private final JdbcClient jdbc;
    private final Records records;
    private final Outbox outbox;
    private final Audit audit;
    private final Sealer sealer;
    private final JsonMapper json;

    Patients(JdbcClient jdbc, Records records, Outbox outbox, Audit audit, Sealer sealer, JsonMapper json) {
        this.jdbc = jdbc;
        this.records = records;
        this.outbox = outbox;
        this.audit = audit;
        this.sealer = sealer;
        this.json = json;
    }

    /** Locks the patients' rows until the transaction ends, in one order for everybody; a patient not heard of yet gets a row. */
    public void lock(Collection<PatientId> patients) {
        var ids = new TreeSet<String>();
        patients.forEach(patient -> ids.add(patient.value()));
        for (var id : ids) {
            jdbc.sql("INSERT INTO patient (patient_id) VALUES (:id) ON CONFLICT DO NOTHING")
                    .param("id", id)
                    .update();
            jdbc.sql("SELECT patient_id FROM patient WHERE patient_id = :id FOR UPDATE")
                    .param("id", id)
                    .query(String.class)
                    .single();
        }
    }

    /** Tells the other services what the patient's records come to, if that is not what they were told. Returns whether it was news. */
    public boolean tell(PatientId patient, RecordChange cause) {
        var settled = records.ofPatient(patient, Set.of(KIND), Person.class).stream()
                .map(Person::settled)
                .max(Comparator.comparing(version -> version.stamp().recordedAt()))
                .map(Version::says);
        if (settled.isEmpty() || settled.equals(told(patient))) {
            return false;
        }
        publish(settled.get(), cause);
        remember(settled.get());
        return true;
    }

    private Optional<Person> told(PatientId patient) {
        return jdbc.sql("SELECT told FROM patient WHERE patient_id = :id AND told IS NOT NULL")
                .param("id", patient.value())
                .query(String.class)
                .optional()
                .map(told -> json.readValue(sealer.open(new Sealed(told), patient, "told"), Person.class));
    }

    private void remember(Person person) {
        jdbc.sql("UPDATE patient SET told = :told WHERE patient_id = :id")
                .param("id", person.patientId().value())
                .param(
                        "told",
                        sealer.seal(json.writeValueAsString(person), person.patientId(), "told")
                                .sealed())
                .update();
    }

    private void publish(Person person, RecordChange cause) {
        var id = cause.eventId("PatientChanged", person.patientId().value());
        var recordedAt = cause.stamp().recordedAt();
        outbox.add(id, person.patientId().value(), recordedAt, event(id, person, cause));
        audit.record(
                cause.stamp().receivedAt(),
                "service:intake",
                "PatientChanged",
                "patient/" + person.patientId(),
                Map.of("source", cause.record().source(), "event", id.toString()));
    }

    private PatientChanged event(UUID id, Person person, RecordChange cause) {
        return new PatientChanged(
                person.patientId(),
                sealer.seal(person.name(), id, "name"),
                numbers(id, person.numbers()),
                person.language(),
                person.zone(),
                person.siteId(),
                consent(person.consent()),
                person.mergedInto(),
                person.deceasedAt(),
                cause.provenance(),
                secondContact(id, person.secondContact()));
    }

    private List<PatientNumber> numbers(UUID event, List<GivenNumber> given) {
        return IntStream.range(0, given.size())
                .mapToObj(index -> new PatientNumber(
                        sealer.seal(given.get(index).number(), event, "numbers/" + index),
                        given.get(index).use(),
                        index + 1))
                .toList();
    }

    private @Nullable SecondContact secondContact(UUID event, @Nullable GivenContact given) {
        return given == null
                ? null
                : new SecondContact(
                        sealer.seal(given.name(), event, "secondContact/name"),
                        sealedOrNull(event, "secondContact/number", given.number()),
                        sealedOrNull(event, "secondContact/relation", given.relation()));
    }

    private @Nullable Sealed sealedOrNull(UUID event, String field, @Nullable String words) {
        return words == null ? null : sealer.seal(words, event, field);
    }

    private static @Nullable ConsentOffer consent(@Nullable Offer offer) {
        return offer == null
                ? null
                : new ConsentOffer(offer.basis(), offer.contentLevel(), Objects.requireNonNull(offer.offeredAt()));
    }
}
