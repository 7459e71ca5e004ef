package aftercare.messaging.sending;

import java.util.Set;

/** What the carrier's error codes mean for us. */
final class CarrierCode {
    static final int TOO_MANY_REQUESTS = 429;
    private static final Set<Integer> TOO_FAST = Set.of(20429, 21611);
    private static final Set<Integer> OPTED_OUT = Set.of(21610, 30004);
    private static final Set<Integer> BAD_NUMBER = Set.of(21211, 21614, 21635, 30005, 30006);

    private CarrierCode() {}

    static boolean isTooFast(int httpStatus, int code) {
        return httpStatus == TOO_MANY_REQUESTS || TOO_FAST.contains(code);
    }

    /** The carrier knows of an opt-out that we do not. */
    static boolean isOptOut(int code) {
        return OPTED_OUT.contains(code);
    }

    static boolean isBadNumber(int code) {
        return BAD_NUMBER.contains(code);
    }
}
