package aftercare.schemas.messaging;

import aftercare.schemas.Event;
import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;

/** What is on {@code messaging.requests}. */
public sealed interface MessageOrder extends Event permits MessageRequested, MessageWithdrawn {
    MessageId messageId();

    PatientId patientId();
}
