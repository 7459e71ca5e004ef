package aftercare.testkit;

/** What the fake carrier does with the next text. */
public sealed interface CarrierAnswer {
    record Accept() implements CarrierAnswer {}

    /**
     * @param errorCode Twilio's, such as 21610
     */
    record Refuse(int httpStatus, int errorCode) implements CarrierAnswer {}

    /** HTTP 500. */
    record Fail(boolean tookItNonetheless) implements CarrierAnswer {}

    /** No answer until the caller gives up. */
    record Hang(boolean tookItNonetheless) implements CarrierAnswer {}

    /** The connection ends without an answer. */
    record Drop(boolean tookItNonetheless) implements CarrierAnswer {}
}
