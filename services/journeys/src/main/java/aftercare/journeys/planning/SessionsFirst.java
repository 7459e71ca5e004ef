package aftercare.journeys.planning;

import aftercare.journeys.definition.Rank;
import aftercare.journeys.definition.Timing;
import aftercare.schemas.messaging.Window;
import java.time.Instant;

/** What gives way to a session: to one that follows, to the day of one, and to one that goes on. */
record SessionsFirst(Course course, Instant now) {

    Occasion apply(Occasion occasion, Moment moment) {
        var window = occasion.window();
        var touchpoint = occasion.touchpoint();
        if (window == null || !occasion.isPlanned()) {
            return occasion;
        }
        if (isFollowed(touchpoint.timing(), window)) {
            return occasion.droppedFor(DropReason.SESSION_FOLLOWS);
        }
        if (touchpoint.timing().supersededBySession() && course.sessionBegins(begun(moment), window.closesAt())) {
            return occasion.droppedFor(DropReason.NEWER_SESSION);
        }
        var day = occasion.day();
        if (touchpoint.when().notOnSessionDays() && day != null && course.isSessionDay(day)) {
            return occasion.droppedFor(DropReason.SESSION_DAY);
        }
        return touchpoint.rank() == Rank.SAFETY || touchpoint.toStaff() ? occasion : outsideTheClinic(occasion, window);
    }

    private boolean isFollowed(Timing timing, Window window) {
        var clear = timing.clearOfSession();
        return clear != null
                && course.sessionBegins(
                        window.opensAt().minusNanos(1),
                        window.opensAt().plus(clear).plusNanos(1));
    }

    private static Instant begun(Moment moment) {
        var visit = moment.visit();
        return visit == null ? moment.at() : visit.startsAt();
    }

    /** From arrival to discharge only what is about safety is said. */
    private Occasion outsideTheClinic(Occasion occasion, Window window) {
        var earliest = window.opensAt().isBefore(now) ? now : window.opensAt();
        return course.inTheClinicUntil(earliest)
                .map(until -> until.isBefore(window.closesAt())
                        ? occasion.at(WindowRule.opening(window, until))
                        : occasion.droppedFor(DropReason.IN_SESSION))
                .orElse(occasion);
    }
}
