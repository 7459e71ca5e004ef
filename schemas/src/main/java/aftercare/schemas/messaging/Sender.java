package aftercare.schemas.messaging;

/** Who wrote a text of a thread. */
public enum Sender {
    CLINIC,
    PATIENT
}
