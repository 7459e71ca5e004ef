package aftercare.intake.facts;

import aftercare.intake.records.RecordKey;

/** The sender's If-Match names another revision than the one held; nothing of the submission is kept. */
public final class RevisionDiffers extends RuntimeException {
    private final RecordKey record;
    private final int held;

    RevisionDiffers(RecordKey record, int held) {
        super("Another revision is held");
        this.record = record;
        this.held = held;
    }

    public RecordKey record() {
        return record;
    }

    public int held() {
        return held;
    }
}
