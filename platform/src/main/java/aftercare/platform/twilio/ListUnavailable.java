package aftercare.platform.twilio;

/** The carrier did not show what it has sent; nothing follows from that about any text. */
public final class ListUnavailable extends RuntimeException {
    ListUnavailable(RuntimeException cause) {
        super("The carrier's list is not to be had: " + cause.getClass().getSimpleName());
    }
}
