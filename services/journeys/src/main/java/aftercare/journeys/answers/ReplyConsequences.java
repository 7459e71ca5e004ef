package aftercare.journeys.answers;

import aftercare.journeys.definition.Asks;
import aftercare.journeys.wording.Texts;
import aftercare.schemas.messaging.Window;
import aftercare.schemas.screening.Ending;
import aftercare.schemas.screening.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a screened reply. A machine answers only what is ROUTINE (S1); for a CONCERN the answer is kept for whoever reads
 * it; a CRISIS is nothing to parse.
 *
 * @param value the answer in its canonical form, when the reply was bound to a question of ours
 */
record ReplyConsequences(
        Level level,
        @Nullable Ending ending,
        List<String> categories,
        @Nullable AskedQuestion question,
        @Nullable String value) {
    private static final String ANY_REQUEST = "QUESTION";
    private static final Duration ANSWER_WITHIN = Duration.ofHours(2);
    private static final LocalTime QUIET_UNTIL = LocalTime.of(8, 0);
    private static final LocalTime QUIET_FROM = LocalTime.of(21, 0);

    boolean isAnswered() {
        return question != null
                && value != null
                && switch (level) {
                    case ROUTINE, CONCERN -> true;
                    case CRISIS -> false;
                };
    }

    /** The topic of what somebody at the front desk must take care of. */
    Optional<String> request() {
        if (level != Level.ROUTINE) {
            return Optional.empty();
        }
        return askedForByAnswer().or(() -> ending == Ending.REQUEST ? Optional.of(topic()) : Optional.empty());
    }

    private Optional<String> askedForByAnswer() {
        Asks asks = question == null ? null : question.touchpoint().asks();
        return asks == null || value == null
                ? Optional.empty()
                : Optional.ofNullable(asks.requests().get(value));
    }

    private String topic() {
        return categories.isEmpty() ? ANY_REQUEST : categories.getFirst().toUpperCase(Locale.ROOT);
    }

    /** The fixed text that answers this answer. */
    Optional<Texts> answer() {
        return level == Level.ROUTINE && ending == Ending.ANSWER && question != null && value != null
                ? Optional.ofNullable(question.touchpoint().answers().get(value))
                : Optional.empty();
    }

    /** When the answer may go out: soon and by day, or not at all. */
    static Optional<Window> answerWindow(Instant now, ZoneId zone) {
        var local = now.atZone(zone);
        var quietFrom = local.with(QUIET_FROM).toInstant();
        if (local.toLocalTime().isBefore(QUIET_UNTIL) || !now.isBefore(quietFrom)) {
            return Optional.empty();
        }
        var closesAt = now.plus(ANSWER_WITHIN);
        return Optional.of(new Window(now, closesAt.isBefore(quietFrom) ? closesAt : quietFrom));
    }
}
