package aftercare.escalation.exercises;

import aftercare.escalation.cases.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** When an exercise is over, and how it ended. Reads no clock and no table. */
record ExercisePolicy(Duration backWithin, Duration unansweredAfter, Duration longest) {

    /** Empty while it goes on. */
    Optional<Outcome> outcome(Exercise run, Standing standing, Instant now) {
        return switch (run.kind()) {
            case CANARY -> canary(run, standing, now);
            case DRILL -> drill(run, standing, now);
            case PATIENT -> throw new IllegalArgumentException("A patient is no exercise");
        };
    }

    private Optional<Outcome> canary(Exercise run, Standing standing, Instant now) {
        if (run.pageArrivedAt() != null && standing.screenedAt() != null) {
            return Optional.of(Outcome.CLOSED);
        }
        return isPast(run, backWithin, now) ? Optional.of(Outcome.MISSED) : Optional.empty();
    }

    private Optional<Outcome> drill(Exercise run, Standing standing, Instant now) {
        if (standing.isResolved()) {
            return Optional.of(Outcome.RESOLVED);
        }
        if (standing.patientNeedsSomeone()) {
            return Optional.of(Outcome.PATIENT_CAME);
        }
        if (standing.caseState() == null) {
            return isPast(run, backWithin, now) ? Optional.of(Outcome.NEVER_OPENED) : Optional.empty();
        }
        if (standing.isOpen() && isPast(run, unansweredAfter, now)) {
            return Optional.of(Outcome.UNANSWERED);
        }
        return isPast(run, longest, now) ? Optional.of(Outcome.UNFINISHED) : Optional.empty();
    }

    private static boolean isPast(Exercise run, Duration span, Instant now) {
        return !now.isBefore(run.startedAt().plus(span));
    }

    /** When time alone may end it next. */
    Optional<Instant> nextLookAfter(Exercise run, Instant now) {
        var spans =
                run.kind() == Origin.DRILL ? Stream.of(backWithin, unansweredAfter, longest) : Stream.of(backWithin);
        return spans.map(span -> run.startedAt().plus(span))
                .filter(at -> at.isAfter(now))
                .min(Instant::compareTo);
    }
}
