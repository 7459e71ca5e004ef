package aftercare.platform.audit;

import java.time.Instant;
import java.util.Map;

/** The audit trail. An entry is part of the transaction of the deed it tells of. */
public interface Audit {

    /**
     * @param who a staff id, or {@code service:<name>}
     * @param what the deed, as a past-tense fact such as {@code EscalationAcknowledged}
     * @param about the kind and id of what it was done to, such as {@code escalation/<id>}
     * @param why rule, versions, reasons; never words, names or numbers of a patient in the clear (S9)
     */
    void record(Instant at, String who, String what, String about, Map<String, String> why);
}
