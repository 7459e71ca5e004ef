package aftercare.escalation.cases;

import aftercare.escalation.cases.Reviews.Review;
import aftercare.escalation.cases.Reviews.State;
import aftercare.escalation.facts.Facts;
import aftercare.escalation.worklist.WorkDeeds;
import aftercare.escalation.worklist.WorkList;
import aftercare.schemas.EscalationId;
import aftercare.schemas.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts each ending before a second person, by the end of the next staffed day: those without risk as one batch a day. */
@Component
class ReviewRequests {
    private final Reviews reviews;
    private final WorkList workList;
    private final WorkDeeds workDeeds;
    private final LabelledExamples examples;
    private final Facts facts;

    ReviewRequests(Reviews reviews, WorkList workList, WorkDeeds workDeeds, LabelledExamples examples, Facts facts) {
        this.reviews = reviews;
        this.workList = workList;
        this.workDeeds = workDeeds;
        this.examples = examples;
        this.facts = facts;
    }

    void ask(Case ended, WayOut out, StaffId who, Instant now) {
        lock();
        var item = switch (out) {
            case NoRisk ignored -> workList.reviewOfTheDay(now);
            case Rehearsed ignored -> throw new IllegalArgumentException("Nobody looks again at an exercise");
            case Resolution resolution ->
                workList.review(
                        ended.id(),
                        ended.lineId(),
                        ended.patientIds(),
                        resolution.disposition().name(),
                        now);
        };
        var review = new Review(UUID.randomUUID(), ended.id(), item, out instanceof NoRisk, who, now, State.WAITING);
        reviews.add(review);
        if (out instanceof NoRisk noRisk) {
            examples.make(ended.id(), review.id(), noRisk, who, now);
        }
    }

    /** The case is open again: nobody need look at how it had ended. */
    void moot(EscalationId id, StaffId who, Instant now) {
        reviews.lockWaitingOf(id).ifPresent(review -> settle(review, State.MOOT, "", who, now));
    }

    /** With the last of a batch its work is done. */
    void settle(Review review, State state, String words, StaffId who, Instant now) {
        lock();
        reviews.settle(review.id(), state, words, who, now);
        if (reviews.waitingIn(review.workItemId()) == 0) {
            workDeeds.reviewed(review.workItemId(), who, now);
        }
    }

    /** An ending that joins a batch must not meet the end of that batch. */
    private void lock() {
        facts.lockKeys(List.of("reviews"));
    }
}
