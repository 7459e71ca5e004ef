package aftercare.intake.patients;

import aftercare.intake.records.History;
import aftercare.intake.records.Version;
import aftercare.schemas.PatientId;
import aftercare.schemas.SiteId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A patient as one version of a record has it. Numbers stand in order of preference. Never shows name or numbers. */
public record Person(
        PatientId patientId,
        String name,
        List<GivenNumber> numbers,
        String language,
        ZoneId zone,
        SiteId siteId,
        @Nullable Offer consent,
        @Nullable PatientId mergedInto,
        boolean deceased,
        @Nullable Instant deceasedAt,
        @Nullable GivenContact secondContact) {
    public Person {
        numbers = List.copyOf(numbers);
    }

    /** What all versions of one record come to: the last one, with consent and death dated from when they were first recorded and stood since. */
    static Version<Person> settled(List<Version<Person>> asReceived) {
        var versions = History.inOrder(asReceived);
        var last = versions.getLast();
        var offeredFirst = last.stamp().recordedAt();
        var deadFirst = last.stamp().recordedAt();
        var offerStands = true;
        var deathStands = true;
        for (var version : versions.reversed()) {
            var consent = version.says().consent();
            offerStands = offerStands
                    && consent != null
                    && consent.isSameAs(last.says().consent());
            deathStands = deathStands && version.says().deceased();
            offeredFirst = offerStands ? version.stamp().recordedAt() : offeredFirst;
            deadFirst = deathStands ? version.stamp().recordedAt() : deadFirst;
        }
        return new Version<>(last.stamp(), last.says().dated(offeredFirst, deadFirst));
    }

    private Person dated(Instant offeredFirst, Instant deadFirst) {
        return new Person(
                patientId,
                name,
                numbers,
                language,
                zone,
                siteId,
                consent == null ? null : consent.since(offeredFirst),
                mergedInto,
                deceased,
                deceased && deceasedAt == null ? deadFirst : deceasedAt,
                secondContact);
    }

    @Override
    public String toString() {
        return "Person[" + patientId + "]";
    }
}
