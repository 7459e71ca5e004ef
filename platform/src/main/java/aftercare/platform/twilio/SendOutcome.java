package aftercare.platform.twilio;

/** What the carrier made of one attempt. */
public sealed interface SendOutcome {
    /** The carrier took it, under its own message id. */
    record Accepted(String carrierId) implements SendOutcome {}

    /** The carrier certainly did not take it: HTTP 4xx or 429. */
    record Refused(int httpStatus, int errorCode) implements SendOutcome {}

    /** Time-out, dropped connection or HTTP 5xx: nobody knows. */
    record Uncertain(String how) implements SendOutcome {}
}
