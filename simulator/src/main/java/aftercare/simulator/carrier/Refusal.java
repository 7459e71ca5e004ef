package aftercare.simulator.carrier;

/** Why the carrier does not take a text, in Twilio's words and numbers. */
public record Refusal(int httpStatus, int code, String message) {
    public static final Refusal AUTHENTICATE = new Refusal(401, 20003, "Authenticate");
    public static final Refusal NO_SUCH_MESSAGE = new Refusal(404, 20404, "The requested resource was not found");
    public static final Refusal NO_TO = new Refusal(400, 21604, "A 'To' phone number is required.");
    public static final Refusal NO_FROM = new Refusal(400, 21603, "A 'From' phone number is required.");
    public static final Refusal NO_BODY = new Refusal(400, 21602, "Message body is required.");
    public static final Refusal BAD_TO = new Refusal(400, 21211, "Invalid 'To' Phone Number");
    public static final Refusal BAD_FROM = new Refusal(400, 21212, "Invalid 'From' Phone Number");
    public static final Refusal FOREIGN_FROM =
            new Refusal(400, 21659, "'From' is not a Twilio phone number or Short Code country mismatch");
    public static final Refusal SAME_NUMBER = new Refusal(400, 21266, "'To' and 'From' number cannot be the same");
    public static final Refusal TOO_LONG =
            new Refusal(400, 21617, "The concatenated message body exceeds the 1600 character limit");
    public static final Refusal BAD_CALLBACK = new Refusal(400, 21609, "Invalid 'StatusCallback' URL");
    public static final Refusal OPTED_OUT = new Refusal(400, 21610, "Attempt to send to unsubscribed recipient");
    public static final Refusal NO_URL = new Refusal(400, 21205, "Url parameter is required.");
    public static final Refusal BAD_URL = new Refusal(400, 21205, "Url is not a valid URL");
    public static final Refusal FOREIGN_CALLER =
            new Refusal(400, 21210, "'From' phone number not verified or owned by this account");
    public static final Refusal FAILED = new Refusal(500, 20500, "An internal server error has occurred");

    /** What a person chose on the phones page or with a fault. */
    public static Refusal chosen(int code) {
        return switch (code) {
            case 20003 -> AUTHENTICATE;
            case 20429 -> new Refusal(429, code, "Too Many Requests");
            case 21211 -> BAD_TO;
            case 21408 -> new Refusal(400, code, "Permission to send an SMS has not been enabled for the region");
            case 21610 -> OPTED_OUT;
            case 21614 -> new Refusal(400, code, "'To' number is not a valid mobile number");
            default -> new Refusal(400, code, "The message was refused");
        };
    }

    /** Codes of 30000 and up are found out on the way to the phone: the text is taken and ends undelivered. */
    public static boolean onTheWay(int code) {
        return code >= 30000;
    }
}
