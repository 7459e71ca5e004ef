package aftercare.schemas.messaging;

import aftercare.schemas.EventType;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.Topics;
import java.time.Instant;

/** The patient wants no more texts. In force from this commit (S7). */
@EventType(value = "aftercare.messaging.OptedOut.v1", topic = Topics.RECEIPTS)
public record OptedOut(PatientId patientId, LineId lineId, ConsentChannel via, Instant at) implements Receipt {}
