package aftercare.schemas.clinic;

import aftercare.schemas.EventType;
import aftercare.schemas.PatientId;
import aftercare.schemas.Sealed;
import aftercare.schemas.SiteId;
import aftercare.schemas.Topics;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole state of a patient as the clinic knows it. The name is sealed with field {@code name}. {@code secondContact}: whom to ask when the patient can't be reached. */
@EventType(value = "aftercare.intake.PatientChanged.v1", topic = Topics.PATIENTS)
public record PatientChanged(
        PatientId patientId,
        Sealed name,
        List<PatientNumber> numbers,
        String language,
        ZoneId zone,
        SiteId siteId,
        @Nullable ConsentOffer consent,
        @Nullable PatientId mergedInto,
        @Nullable Instant deceasedAt,
        Provenance provenance,
        @Nullable SecondContact secondContact)
        implements PatientFact {
    public PatientChanged {
        numbers = List.copyOf(numbers);
    }
}
