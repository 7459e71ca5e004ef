package aftercare.journeys.planning;

import static aftercare.journeys.definition.Anchor.BOOKED;
import static aftercare.journeys.definition.Anchor.RESCHEDULED;

import aftercare.journeys.definition.Anchor;
import aftercare.journeys.definition.Journey;
import aftercare.journeys.definition.OncePer;
import java.time.Duration;

/**
 * What was said under another name: a visit's day can be another one once the patient's zone is known, and a booking that turns out to have
 * been a move was told of all the same.
 */
record SaidBefore(Rows rows, Journey journey) {
    private static final Duration ONE_DAYS_CORRECTIONS = Duration.ofHours(18);

    Occasion apply(Occasion occasion) {
        return occasion.isPlanned() && (sameDay(occasion) || sameTime(occasion))
                ? occasion.droppedFor(DropReason.SUPERSEDED)
                : occasion;
    }

    private boolean sameDay(Occasion occasion) {
        var timing = occasion.touchpoint().timing();
        return timing.oncePer() == OncePer.DAY
                && timing.repeat() == null
                && occasion.appointmentId() != null
                && rows.all().stream()
                        .filter(row ->
                                row.touchpoint().equals(occasion.touchpoint().code()))
                        .filter(row -> row.reminderOf() == null && row.state().isSaid())
                        .filter(row -> occasion.appointmentId().equals(row.appointmentId()))
                        .filter(row -> !rows.of(occasion).filter(row::equals).isPresent())
                        .anyMatch(row ->
                                Duration.between(row.why().at(), occasion.why().at())
                                                .abs()
                                                .compareTo(ONE_DAYS_CORRECTIONS)
                                        < 0);
    }

    private boolean sameTime(Occasion occasion) {
        var timing = occasion.touchpoint().timing();
        if (timing.oncePer() != OncePer.START) {
            return false;
        }
        return (timing.anchor() == BOOKED && wasTold(occasion, RESCHEDULED))
                || (timing.anchor() == RESCHEDULED && wasTold(occasion, BOOKED));
    }

    /** A key is the touchpoint's code and what it is said once for. */
    private boolean wasTold(Occasion occasion, Anchor other) {
        var once = occasion.key().substring(occasion.touchpoint().code().length());
        return journey.touchpoints().stream()
                .filter(touchpoint -> touchpoint.timing().anchor() == other
                        && touchpoint.timing().oncePer() == OncePer.START)
                .flatMap(touchpoint -> rows.of(touchpoint.code() + once).stream())
                .anyMatch(row -> row.state().isSaid());
    }
}
