package aftercare.journeys.answers;

import aftercare.journeys.definition.Asks;
import aftercare.schemas.messaging.Purpose;
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
 * @param question the question of ours that the reply was bound to
 * @param value the answer in its canonical form
 * @param open the question that was open and that the reply does not answer
 * @param held whether a human holds texts to the patient
 */
record ReplyConsequences(
        Level level,
        @Nullable Ending ending,
        List<String> categories,
        @Nullable AskedQuestion question,
        @Nullable String value,
        @Nullable AskedQuestion open,
        boolean held) {
    static final String UNCLEAR = "UNCLEAR_ANSWER";
    private static final String ANY_REQUEST = "QUESTION";
    private static final String NO_TOPIC = "request";
    private static final Duration ANSWER_WITHIN = Duration.ofHours(2);
    private static final LocalTime QUIET_UNTIL = LocalTime.of(8, 0);
    private static final LocalTime QUIET_FROM = LocalTime.of(21, 0);

    ReplyEnd end() {
        return switch (level) {
            case CRISIS, CONCERN -> new ReplyEnd.WithHumans();
            case ROUTINE ->
                switch (ending) {
                    case ANSWER -> answered();
                    case COURTESY -> unclear();
                    case REQUEST -> new ReplyEnd.Owned(topic());
                    case KEYWORD -> new ReplyEnd.ByKeyword();
                    case null -> new ReplyEnd.Owned(ANY_REQUEST);
                };
        };
    }

    /** An answer to a question that is not known here has nobody yet. */
    private ReplyEnd answered() {
        return question == null || value == null || !question.shape().expects(value)
                ? new ReplyEnd.Owned(UNCLEAR)
                : new ReplyEnd.Answered(
                        question, value, request(question.touchpoint().asks(), value));
    }

    private static @Nullable String request(@Nullable Asks asks, String value) {
        return asks == null ? null : asks.requests().get(value);
    }

    /** Friendly words while a check-in waits for its answer: it is put once more, and then it is for a human. */
    private ReplyEnd unclear() {
        if (open == null || open.touchpoint().purpose() != Purpose.CHECK_IN) {
            return new ReplyEnd.Courtesy();
        }
        return open.again() || held || open.shape().asksAboutRisk()
                ? new ReplyEnd.Owned(UNCLEAR)
                : new ReplyEnd.AskedAgain(open);
    }

    /** Whether the answer is kept, by whoever it is read. */
    boolean isAnswered() {
        return question != null
                && value != null
                && question.shape().expects(value)
                && switch (level) {
                    case ROUTINE, CONCERN -> true;
                    case CRISIS -> false;
                };
    }

    private String topic() {
        return categories.stream()
                .filter(category -> !category.equals(NO_TOPIC))
                .findFirst()
                .or(() -> categories.stream().findFirst())
                .map(category -> category.toUpperCase(Locale.ROOT))
                .orElse(ANY_REQUEST);
    }

    /** What a request asks about and nothing besides. */
    Optional<String> onlyTopic() {
        var topics = categories.stream()
                .filter(category -> !category.equals(NO_TOPIC))
                .toList();
        return level == Level.ROUTINE && ending == Ending.REQUEST && topics.size() == 1
                ? Optional.of(topics.getFirst().toUpperCase(Locale.ROOT))
                : Optional.empty();
    }

    /** When an answer may go out: soon and by day, or not at all. */
    static Optional<Window> answerWindow(Instant now, ZoneId zone) {
        var local = now.atZone(zone);
        var quietFrom = local.with(QUIET_FROM).toInstant();
        if (local.toLocalTime().isBefore(QUIET_UNTIL) || !now.isBefore(quietFrom)) {
            return Optional.empty();
        }
        var closesAt = now.plus(ANSWER_WITHIN);
        return Optional.of(new Window(now, closesAt.isBefore(quietFrom) ? closesAt : quietFrom));
    }

    /** The same for what may wait until the morning, as long as it is asked for until then. */
    static Optional<Window> nextWindow(Instant now, ZoneId zone, Instant until) {
        var byDay = answerWindow(now, zone).orElseGet(() -> ofTheMorning(now, zone));
        var closesAt = byDay.closesAt().isBefore(until) ? byDay.closesAt() : until;
        return byDay.opensAt().isBefore(closesAt)
                ? Optional.of(new Window(byDay.opensAt(), closesAt))
                : Optional.empty();
    }

    private static Window ofTheMorning(Instant now, ZoneId zone) {
        var local = now.atZone(zone);
        var morning = local.toLocalTime().isBefore(QUIET_UNTIL) ? local : local.plusDays(1);
        var opensAt = morning.with(QUIET_UNTIL).toInstant();
        return new Window(opensAt, opensAt.plus(ANSWER_WITHIN));
    }
}
