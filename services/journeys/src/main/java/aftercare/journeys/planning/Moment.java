package aftercare.journeys.planning;

import aftercare.journeys.definition.Offset;
import aftercare.journeys.facts.Visit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, or will, and on which a touchpoint hangs.
 *
 * @param visit whose time and route the text speaks of
 * @param told the visit that the plan names; none for what belongs to a whole series
 * @param subject what it may be said once for, where that is no visit
 * @param at what {@code offset} counts from
 * @param since since when it is known: what a human cancelled later than that stays unsaid
 * @param notBefore nothing is said earlier
 * @param notAfter nothing is said from then on; none: no such limit
 * @param expected it may still turn out not to happen: it keeps a place and is not planned
 * @param dropped why nothing is said about it in any case
 * @param times which repetition it is; 0 is the first
 */
record Moment(
        @Nullable Visit visit,
        boolean told,
        String subject,
        String event,
        Instant at,
        Offset offset,
        Instant since,
        Instant notBefore,
        @Nullable Instant notAfter,
        boolean expected,
        @Nullable DropReason dropped,
        int times) {

    Moment(
            @Nullable Visit visit,
            boolean told,
            String subject,
            String event,
            Instant at,
            Offset offset,
            Instant since,
            Instant notBefore,
            @Nullable Instant notAfter,
            boolean expected,
            @Nullable DropReason dropped) {
        this(visit, told, subject, event, at, offset, since, notBefore, notAfter, expected, dropped, 0);
    }

    /** The next in a row of repetitions. */
    Moment repeated(Offset every, int again) {
        return new Moment(
                visit,
                told,
                subject,
                event,
                at,
                offset.plus(every, again),
                since,
                notBefore,
                notAfter,
                expected,
                dropped,
                again);
    }

    Moment droppedFor(DropReason reason) {
        return new Moment(visit, told, subject, event, at, offset, since, notBefore, notAfter, expected, reason, times);
    }
}
