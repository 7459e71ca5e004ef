package aftercare.journeys.fhir;

import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Resource;

/** A patient's record as one collection. The same record gives the same resources under the same ids. */
public final class PatientBundle {
    private PatientBundle() {}

    public static Bundle of(PatientRecord record, UUID exportId, Instant now) {
        var person = record.person();
        var parties = new Parties(person.patientId());
        var bundle = new Bundle();
        bundle.setType(BundleType.COLLECTION);
        bundle.setTimestampElement(Times.instant(now, person.zone()));
        bundle.getIdentifier().setSystem(Codes.EXPORTS).setValue(exportId.toString());

        add(bundle, parties.patient(person));
        add(bundle, parties.clinic(record.clinic()));
        var planned = new PlannedTexts(parties);
        record.plan().forEach(touchpoint -> add(bundle, planned.request(touchpoint)));
        var ids = ids(record);
        var said = new SaidTexts(parties, person.zone(), ids);
        record.texts().forEach(text -> add(bundle, said.communication(text)));
        var assessments = new Assessments(parties, ids);
        record.questionnaires().forEach(filled -> add(bundle, assessments.response(filled)));
        record.scores().forEach(scored -> add(bundle, assessments.observation(scored)));
        return bundle;
    }

    private static Ids ids(PatientRecord record) {
        var here = new HashSet<UUID>();
        record.plan().forEach(planned -> here.add(planned.id()));
        record.texts().forEach(text -> here.add(text.id()));
        record.questionnaires().forEach(filled -> here.add(Ids.response(filled.id())));
        return new Ids(here);
    }

    private static void add(Bundle bundle, Resource resource) {
        bundle.addEntry()
                .setFullUrl(Ids.urn(UUID.fromString(resource.getIdPart())))
                .setResource(resource);
    }
}
