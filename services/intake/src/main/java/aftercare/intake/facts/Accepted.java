package aftercare.intake.facts;

import aftercare.intake.records.RecordKey;

/** What became of a fact. The revision counts the record's versions, from 1. */
public record Accepted(RecordKey record, int revision, Effect effect) {
    /** Whether this was the first version of its record. */
    public boolean isFirst() {
        return revision == 1 && effect != Effect.KNOWN;
    }

    public enum Effect {
        /** The other services are told. */
        TOLD,
        /** Kept, and nothing follows from it: it is older than what is known, or changes nothing that matters here. */
        KEPT,
        /** Held already. */
        KNOWN
    }
}
