package aftercare.intake.records;

/** A record in a source system: the system, what kind of record, and its id there. */
public record RecordKey(String source, String kind, String id) {
    /** Without the source: what the source itself would call it. */
    public String local() {
        return kind + "/" + id;
    }
}
