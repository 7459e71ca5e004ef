package aftercare.messaging.consent;

import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import org.jspecify.annotations.Nullable;

/** One line of the ledger, in its order. Without a patient it is about the number, whoever holds it. */
public record ConsentEntry(long no, @Nullable PatientId patientId, LineId lineId, Kind kind) {

    /** What an entry does. */
    public enum Kind {
        GRANT,
        REVOKE,
        /** The clinic offered consent for a number that wants no texts: noted once, without effect. */
        OFFER_IGNORED
    }

    boolean speaks() {
        return kind != Kind.OFFER_IGNORED;
    }
}
