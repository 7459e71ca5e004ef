package aftercare.escalation.cases;

import aftercare.schemas.escalation.Cause;

/** How grave a cause is. What nobody has read may be anything short of a crisis that is known. */
final class Causes {
    private Causes() {}

    static boolean isHigher(Cause cause, Cause than) {
        return rank(cause) > rank(than);
    }

    static int rank(Cause cause) {
        return switch (cause) {
            case STAFF -> 0;
            case CONCERN_NOW -> 1;
            case UNSCREENED -> 2;
            case CRISIS -> 3;
        };
    }
}
