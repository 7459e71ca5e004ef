package aftercare.escalation.worklist;

import aftercare.escalation.site.StaffedHours;
import aftercare.schemas.screening.Urgency;
import java.time.Instant;

/** By when a human must have looked; counted on the staffed-hours clock. */
record DueTimes(StaffedHours hours, WorkListSettings settings) {

    Instant ofConcern(Urgency urgency, Instant now) {
        return switch (urgency) {
            case NOW -> now;
            case SOON -> hours.after(settings.soon(), now);
            case NEXT -> hours.nextDayAt(settings.next(), now);
        };
    }

    /** While somebody is in, before they leave. */
    private Instant sameDay(Instant now) {
        var due = hours.after(settings.soon(), now);
        return hours.isStaffed(now) && due.isAfter(hours.endOfDay(now)) ? hours.endOfDay(now) : due;
    }

    Instant of(WorkKind kind, Instant now) {
        return switch (kind) {
            case CONCERN, LATE_FINDING, READ_THROUGH -> ofConcern(Urgency.SOON, now);
            case REQUEST -> hours.after(settings.request(), now);
            case MISSED_CHECK_IN, UNDELIVERED -> hours.after(settings.soon(), now);
            case LOW_MOOD, ASK_IN_PERSON -> sameDay(now);
            case STAFF_PROMPT -> now;
            case KEPT_HOLD -> now.plus(settings.keptHold());
            case REVIEW -> hours.nextDayAt(hours.until(), now);
            case LONG_HOLDS -> ofConcern(Urgency.SOON, now);
            case NEXT_CONTACT, FOLLOW_UP -> now;
        };
    }
}
