package aftercare.messaging.gate;

import aftercare.schemas.EscalationId;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import java.time.Instant;
import java.util.List;

/** A case was opened, reopened, or a reply joined it: to the gate it is all one. */
record CaseOpened(
        EscalationId escalationId, LineId lineId, List<PatientId> patientIds, List<ReplyId> replyIds, Instant at) {}
