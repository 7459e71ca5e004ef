package aftercare.journeys.planning;

import aftercare.journeys.definition.Anchor;
import aftercare.journeys.definition.AnswerCondition;
import aftercare.journeys.definition.Touchpoint;
import aftercare.journeys.facts.Fact.PatientSeen;
import aftercare.journeys.facts.Visit;
import aftercare.journeys.wording.Texts;
import aftercare.schemas.clinic.Route;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a touchpoint is for this patient and this visit, by its conditions. */
final class ForWhom {
    private final Known known;
    private final Course course;
    private final String language;
    private final Instant now;

    ForWhom(Known known, Course course, Instant now) {
        this.known = known;
        this.course = course;
        this.now = now;
        this.language = known.history()
                .patient()
                .map(PatientSeen::language)
                .orElse(Texts.ENGLISH)
                .split("[-_]", 2)[0]
                .toLowerCase(Locale.ROOT);
    }

    boolean isMeant(Touchpoint touchpoint, Moment moment) {
        var when = touchpoint.when();
        var visit = moment.visit();
        return (when.routes().isEmpty() || when.routes().contains(route(visit)))
                && (when.languages().isEmpty() || when.languages().contains(language))
                && (visit == null || !visit.isSession() || when.numbers().include(course.numberOf(visit)))
                && (when.arrived() == null || when.arrived() == hasCome(visit))
                && (when.cancellations() == 0 || course.cancellationsIn(visit) >= when.cancellations())
                && (touchpoint.timing().anchor() == Anchor.ANSWERED || answered(when.answered()));
    }

    private Route route(@Nullable Visit visit) {
        return visit == null ? course.latest().map(Visit::route).orElse(Route.UNKNOWN) : visit.route();
    }

    private static boolean hasCome(@Nullable Visit visit) {
        return visit != null && (visit.cameAt() != null || visit.completedAt() != null);
    }

    private boolean answered(@Nullable AnswerCondition condition) {
        return condition == null
                || Moments.lastAnswer(known, condition.touchpoint(), now)
                        .filter(answer -> condition.holds(answer.value()))
                        .isPresent();
    }
}
