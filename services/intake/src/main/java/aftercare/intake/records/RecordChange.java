package aftercare.intake.records;

import aftercare.schemas.clinic.Provenance;
import java.util.UUID;

/** The arrival of a version that was not known: the cause of whatever is told next. The revision counts a record's versions, from 1. */
public record RecordChange(RecordKey record, Stamp stamp, String digest, int revision) {
    public Provenance provenance() {
        return new Provenance(
                record.source(),
                record.local(),
                stamp.version(),
                stamp.recordedAt(),
                stamp.recordedAt(),
                stamp.receivedAt());
    }

    /** The id of an event that this change causes. A version that its source does not number is told from its twins by its revision. */
    public UUID eventId(String fact, String... about) {
        var version = stamp.isSaidBySource()
                ? stamp.version() + "@" + stamp.updatedAt() + "#" + digest
                : revision + "#" + digest;
        return NamedId.of(record.source(), record.kind(), record.id(), version, fact, String.join("\n", about));
    }
}
