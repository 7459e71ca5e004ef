package aftercare.intake.facts;

import aftercare.intake.facts.Accepted.Effect;
import aftercare.intake.facts.Fact.OfAttendance;
import aftercare.intake.facts.Fact.OfBooking;
import aftercare.intake.facts.Fact.OfPatient;
import aftercare.intake.patients.Patients;
import aftercare.intake.records.RecordChange;
import aftercare.intake.records.Records;
import aftercare.intake.records.Records.Mention;
import aftercare.intake.records.Version;
import aftercare.intake.visits.Visits;
import aftercare.platform.audit.Audit;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.PatientId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps facts and tells what is new in them: all of a submission, or nothing. */
@Service
public class Intake {
    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private final Records records;
    private final Patients patients;
    private final Visits visits;
    private final Audit audit;

    Intake(Records records, Patients patients, Visits visits, Audit audit) {
        this.records = records;
        this.patients = patients;
        this.visits = visits;
        this.audit = audit;
    }

    /**
     * Takes facts in the order given.
     *
     * @throws RevisionDiffers when a sender expects another revision; nothing is kept then
     */
    @Transactional
    public List<Accepted> accept(List<Submission> submissions) {
        patients.lock(submissions.stream()
                .flatMap(submission -> patientsOf(submission.fact()))
                .toList());
        return submissions.stream().map(this::accept).toList();
    }

    private Stream<PatientId> patientsOf(Fact fact) {
        return Stream.concat(
                Stream.of(fact.patientId()), mentions(fact).stream().map(Mention::patient));
    }

    private List<Mention> mentions(Fact fact) {
        return records.mentions(fact.record(), fact.appointmentId().orElse(null));
    }

    private Accepted accept(Submission submission) {
        var fact = submission.fact();
        var held = records.revision(fact.record());
        if (submission.expectedRevision().orElse(held) != held) {
            throw new RevisionDiffers(fact.record(), held);
        }
        var before = mentions(fact);
        return keep(fact)
                .map(change -> new Accepted(fact.record(), change.revision(), tell(submission, change, before)))
                .orElseGet(() -> new Accepted(fact.record(), held, Effect.KNOWN));
    }

    private Optional<RecordChange> keep(Fact fact) {
        var appointment = fact.appointmentId().orElse(null);
        return switch (fact) {
            case OfPatient(var record, var stamp, var person) ->
                records.add(record, fact.patientId(), appointment, new Version<>(stamp, person));
            case OfBooking(var record, var stamp, var booking) ->
                records.add(record, fact.patientId(), appointment, new Version<>(stamp, booking));
            case OfAttendance(var record, var stamp, var attendance) ->
                records.add(record, fact.patientId(), appointment, new Version<>(stamp, attendance));
        };
    }

    private Effect tell(Submission submission, RecordChange change, Collection<Mention> before) {
        if (submission.unmapped()) {
            noteUnmapped(change);
        }
        var news = switch (submission.fact()) {
            case OfPatient fact -> patients.tell(fact.patientId(), change);
            case OfBooking fact -> tellVisits(fact, change, before);
            case OfAttendance fact -> tellVisits(fact, change, before);
        };
        return news ? Effect.TOLD : Effect.KEPT;
    }

    /** A record may have moved from one visit to another: both are told. */
    private boolean tellVisits(Fact fact, RecordChange change, Collection<Mention> before) {
        var affected = Stream.concat(
                        fact.appointmentId().stream(),
                        before.stream().flatMap(mention -> mention.appointment().stream()))
                .collect(Collectors.toMap(AppointmentId::value, id -> id, (one, same) -> one, TreeMap::new));
        return affected.values().stream().map(id -> visits.tell(id, change)).reduce(false, Boolean::logicalOr);
    }

    private void noteUnmapped(RecordChange change) {
        log.atWarn()
                .addKeyValue("source", change.record().source())
                .addKeyValue("record", change.record().local())
                .log("No rule of intake.visit-types knows this visit; it is treated as the unmapped visit type");
        audit.record(
                change.stamp().receivedAt(),
                "service:intake",
                "VisitTypeUnmapped",
                change.record().local(),
                Map.of("setting", "intake.unmapped-visit-type"));
    }
}
