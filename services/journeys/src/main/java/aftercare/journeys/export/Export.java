package aftercare.journeys.export;

import aftercare.journeys.export.Correspondence.Chart;
import aftercare.journeys.export.Correspondence.Entry;
import aftercare.journeys.facts.Fact.PatientSeen;
import aftercare.journeys.fhir.PatientBundle;
import aftercare.journeys.fhir.PatientRecord;
import aftercare.journeys.fhir.Text;
import aftercare.journeys.wording.ClinicSettings;
import aftercare.platform.access.Caller;
import aftercare.platform.audit.Audit;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.PatientId;
import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts together what journeys and messaging know of a patient. It is the whole or nothing. */
@Service
class Export {
    private final Doings doings;
    private final Correspondence correspondence;
    private final ClinicSettings clinic;
    private final Audit audit;
    private final ClinicClock clock;
    private final TransactionTemplate transaction;

    Export(
            Doings doings,
            Correspondence correspondence,
            ClinicSettings clinic,
            Audit audit,
            ClinicClock clock,
            TransactionTemplate transaction) {
        this.doings = doings;
        this.correspondence = correspondence;
        this.clinic = clinic;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** The plan is read before the texts: what it says was sent is among them. */
    byte[] of(PatientId patient, Caller caller) {
        var now = clock.instant();
        var known = doings.of(patient, now);
        var chart = correspondence.chart(patient, caller);
        var texts = correspondence.texts(patient, caller);
        var exportId = UUID.randomUUID();
        var bundle = PatientBundle.of(
                new PatientRecord(
                        person(patient, known, chart),
                        new PatientRecord.Clinic(clinic.name(), clinic.phone()),
                        known.plan(),
                        texts.stream().map(entry -> text(entry, known.links())).toList(),
                        known.questionnaires(),
                        known.scores()),
                exportId,
                now);
        var json = json(bundle);
        transaction.executeWithoutResult(status -> audit.record(
                now,
                caller.id(),
                "PatientExported",
                "patient/" + patient,
                Map.of(
                        "format",
                        "FHIR R4",
                        "export",
                        exportId.toString(),
                        "resources",
                        String.valueOf(bundle.getEntry().size()))));
        return json;
    }

    private static PatientRecord.Person person(PatientId patient, Doings.Known known, Chart chart) {
        return new PatientRecord.Person(
                patient,
                chart.name().isBlank() ? null : chart.name(),
                chart.number(),
                chart.numbers(),
                chart.language(),
                known.zone(),
                known.patient().map(PatientSeen::merged).orElse(false),
                known.patient().map(PatientSeen::deceased).orElse(false));
    }

    private static Text text(Entry entry, Links.Found links) {
        return new Text(
                entry.id(),
                entry.isPatients(),
                entry.at(),
                entry.text(),
                entry.status(),
                entry.level(),
                entry.touchpoint(),
                entry.reason(),
                entry.who(),
                entry.answersReplyId(),
                entry.shared(),
                links.touchpointOf(entry.id()),
                links.messageOf(entry.id()));
    }

    /** HAPI's model of FHIR takes a while to make: it is made at the first export, not at start-up, and kept. */
    private static byte[] json(Bundle bundle) {
        return FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(bundle)
                .getBytes(StandardCharsets.UTF_8);
    }
}
