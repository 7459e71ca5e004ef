package aftercare.schemas.messaging;

/** Why a text was never sent. */
public enum SkipReason {
    NO_NUMBER,
    NO_CONSENT,
    OPTED_OUT,
    WINDOW_CLOSED,
    WITHDRAWN,
    HELD,
    NUMBER_REFUSED,
    DECEASED,
    CANCELLED_BY_STAFF
}
