package aftercare.escalation.cases;

import java.time.Duration;
import java.time.Instant;

/** How a reply that was found late comes before a human. Its risk fades with time, and what a human has dealt with wakes nobody. */
record LateFindingPolicy(Duration pageWithin) {
    enum Way {
        /** A case, as if it were found today. */
        PAGE,
        /** On the work list, for a clinician in staffed hours. */
        LIST
    }

    /** @param handled a named human has let go what the reply held */
    Way decide(Instant receivedAt, boolean handled, Instant now) {
        return !handled && receivedAt.isAfter(now.minus(pageWithin)) ? Way.PAGE : Way.LIST;
    }
}
