package aftercare.schemas.messaging;

import aftercare.schemas.Event;
import aftercare.schemas.PatientId;
import java.time.Instant;

/** What is on {@code messaging.receipts}. */
public sealed interface Receipt extends Event
        permits MessageSending,
                MessageSent,
                MessageDelivered,
                MessageUndelivered,
                MessageSkipped,
                MessageUncertain,
                OptedOut,
                OptedIn {
    PatientId patientId();

    Instant at();
}
