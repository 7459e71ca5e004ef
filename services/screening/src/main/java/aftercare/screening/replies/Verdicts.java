package aftercare.screening.replies;

import aftercare.platform.clock.ClinicClock;
import aftercare.platform.events.EventPublisher;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.messaging.ReplyReceived;
import aftercare.schemas.screening.Answer;
import aftercare.schemas.screening.ReplyScreened;
import aftercare.schemas.screening.ScreeningPurpose;
import aftercare.schemas.screening.Span;
import aftercare.screening.engine.Reply;
import aftercare.screening.engine.Screener;
import aftercare.screening.engine.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has each reply screened and publishes its verdict. Every reply that can be read as an event gets one. */
@Component
class Verdicts {
    private static final Logger log = LoggerFactory.getLogger(Verdicts.class);
    private final OpenedReply opened;
    private final Screener screener;
    private final CurrentVersion current;
    private final Sealer sealer;
    private final EventPublisher publisher;
    private final ClinicClock clock;

    Verdicts(
            OpenedReply opened,
            Screener screener,
            CurrentVersion current,
            Sealer sealer,
            EventPublisher publisher,
            ClinicClock clock) {
        this.opened = opened;
        this.screener = screener;
        this.current = current;
        this.sealer = sealer;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Returns once the broker has the verdict. */
    void give(UUID eventId, ReplyReceived event, ScreeningPurpose purpose) {
        var verdictId = VerdictId.of(event.replyId(), screener.version().toString(), purpose);
        var reply = open(eventId, event);
        var verdict = reply == null
                ? Verdict.undecided("unreadable", "The text cannot be opened with this clinic's keys")
                : screener.screen(reply);
        var screened = screened(verdictId, event, purpose, reply, verdict);
        publisher.publish(verdictId, event.lineId().toString(), screened.screenedAt(), screened);
        log.atInfo()
                .addKeyValue("reply", event.replyId())
                .addKeyValue("level", verdict.level())
                .addKeyValue("purpose", purpose)
                .log("A reply was screened");
    }

    private @Nullable Reply open(UUID eventId, ReplyReceived event) {
        try {
            return opened.of(eventId, event);
        } catch (Sealer.SealBroken broken) {
            log.atError()
                    .addKeyValue("reply", event.replyId())
                    .log("A reply's text cannot be opened; a human gets it unread");
            return null;
        }
    }

    private ReplyScreened screened(
            UUID verdictId, ReplyReceived event, ScreeningPurpose purpose, @Nullable Reply reply, Verdict verdict) {
        return new ReplyScreened(
                event.replyId(),
                event.lineId(),
                event.patientIds(),
                verdict.level(),
                verdict.urgency(),
                verdict.ending(),
                verdict.optOut(),
                verdict.categories(),
                reply == null ? List.of() : spans(verdictId, reply.text(), verdict.evidence()),
                verdict.reasons(),
                verdict.score(),
                answer(verdictId, event, verdict),
                current.versions(),
                purpose,
                clock.instant());
    }

    private List<Span> spans(UUID verdictId, String text, List<Verdict.Evidence> evidence) {
        var spans = new ArrayList<Span>();
        for (var place : evidence) {
            var words = sealer.seal(text.substring(place.start(), place.end()), verdictId, "spans/" + spans.size());
            spans.add(new Span(place.start(), place.end(), words, place.rule()));
        }
        return spans;
    }

    private @Nullable Answer answer(UUID verdictId, ReplyReceived event, Verdict verdict) {
        var value = verdict.answer();
        var question = event.question();
        if (value == null || question == null) return null;
        return new Answer(question.questionId(), sealer.seal(value, verdictId, "answer"));
    }
}
