package aftercare.journeys.questionnaires;

import aftercare.journeys.instruments.Questionnaire;
import aftercare.schemas.messaging.Window;
import java.time.Duration;
import java.time.Instant;

/**
 * When a questionnaire that asks about risk may go out and be answered: for a short time, so that all of it lies in hours with somebody there
 * and somebody on call. One that does not ask about risk keeps its own times.
 *
 * @param send when its first item may be sent
 * @param answerWithin how long it stands open from the sending
 */
public record RiskWindow(Window send, Duration answerWithin) {
    private static final Duration SENT_WITHIN = Duration.ofMinutes(30);
    private static final Duration ANSWERED_WITHIN = Duration.ofHours(3);

    public static RiskWindow of(Questionnaire questionnaire, Window window, Duration answerWithin, Instant now) {
        if (!questionnaire.asksAboutRisk()) {
            return new RiskWindow(window, answerWithin);
        }
        return new RiskWindow(
                new Window(now, earlier(window.closesAt(), now.plus(SENT_WITHIN))),
                answerWithin.compareTo(ANSWERED_WITHIN) < 0 ? answerWithin : ANSWERED_WITHIN);
    }

    /** The last instant at which an answer may come. */
    public Instant endsAt() {
        return send.closesAt().plus(answerWithin);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
