package aftercare.standalone;

/** Why Aftercare does not start, and what to do about it; its message is shown to the operator as it is. */
final class CannotStart extends RuntimeException {
    CannotStart(String message) {
        super(message);
    }
}
