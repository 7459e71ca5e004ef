package aftercare.escalation.cases;

import aftercare.escalation.cases.Reviewing.Confirmed;
import aftercare.escalation.cases.Reviewing.NoSuchReview;
import aftercare.escalation.cases.Reviewing.NotWaiting;
import aftercare.escalation.cases.Reviewing.SentBack;
import aftercare.escalation.cases.Reviewing.YourOwn;
import aftercare.escalation.cases.Reviews.Review;
import aftercare.escalation.cases.Reviews.State;
import aftercare.schemas.StaffId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** What a second person makes of an ending. They confirm it, or send it back; never whoever ended the case. */
@Service
class SecondPerson {
    private final Reviews reviews;
    private final ReviewRequests requests;
    private final Endings endings;
    private final Cases cases;
    private final CaseHistory history;

    SecondPerson(Reviews reviews, ReviewRequests requests, Endings endings, Cases cases, CaseHistory history) {
        this.reviews = reviews;
        this.requests = requests;
        this.endings = endings;
        this.cases = cases;
        this.history = history;
    }

    @Transactional
    Reviewing confirm(UUID id, String words, StaffId who, Instant now) {
        return review(id, who, review -> {
            cases.lock(review.escalationId());
            return stillWaiting(review, waiting -> {
                requests.settle(waiting, State.CONFIRMED, words, who, now);
                history.note(waiting.escalationId(), now, who.value(), "ReviewConfirmed", Map.of());
                return new Confirmed();
            });
        });
    }

    /** It was not done: the case is open again. Where another is open for the same people, what is missing is written there. */
    @Transactional
    Reviewing sendBack(UUID id, String reason, StaffId who, Instant now) {
        return review(id, who, review -> {
            var reopening = endings.reopen(review.escalationId(), reason, who, now);
            return switch (reopening) {
                case Reopening.Reopened() -> reopened(review, reason, who, now);
                case Reopening.WasAnExercise() -> throw new IllegalStateException("Nobody looks again at an exercise");
                case Reopening.AnotherIsOpen(var other) ->
                    stillWaiting(review, waiting -> {
                        requests.settle(waiting, State.SENT_BACK, reason, who, now);
                        history.write(other.id(), now, who.value(), NoteKind.SENT_BACK, reason);
                        history.note(
                                waiting.escalationId(),
                                now,
                                who.value(),
                                "ReviewSentBack",
                                Map.of("into", other.code()));
                        return new SentBack(Optional.of(other));
                    });
                case Reopening.NotResolved() -> new NotWaiting();
                case Reopening.NoSuchCase() -> new NoSuchReview();
            };
        });
    }

    /** The reopening has made moot whatever review waited; where that was another one, all of this is undone. */
    private Reviewing reopened(Review review, String reason, StaffId who, Instant now) {
        if (reviews.find(review.id()).orElseThrow().state() != State.MOOT) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new NotWaiting();
        }
        reviews.settle(review.id(), State.SENT_BACK, reason, who, now);
        history.note(review.escalationId(), now, who.value(), "ReviewSentBack", Map.of());
        return new SentBack(Optional.empty());
    }

    private Reviewing review(UUID id, StaffId who, Function<Review, Reviewing> deed) {
        var found = reviews.find(id);
        if (found.isEmpty()) {
            return new NoSuchReview();
        }
        if (found.get().state() != State.WAITING) {
            return new NotWaiting();
        }
        return found.get().closedBy().equals(who) ? new YourOwn() : deed.apply(found.get());
    }

    /** Read again under the lock of its case. */
    private Reviewing stillWaiting(Review review, Function<Review, Reviewing> deed) {
        return reviews.lockWaitingOf(review.escalationId())
                .filter(waiting -> waiting.id().equals(review.id()))
                .map(deed)
                .orElseGet(NotWaiting::new);
    }
}
