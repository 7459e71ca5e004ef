package aftercare.schemas.messaging;

import aftercare.schemas.EventType;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.Topics;
import aftercare.schemas.clinic.ContentLevel;
import java.time.Instant;

/** The ledger holds a grant for this patient and number. */
@EventType(value = "aftercare.messaging.OptedIn.v1", topic = Topics.RECEIPTS)
public record OptedIn(PatientId patientId, LineId lineId, ContentLevel contentLevel, ConsentChannel via, Instant at)
        implements Receipt {}
