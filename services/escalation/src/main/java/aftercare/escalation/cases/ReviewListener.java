package aftercare.escalation.cases;

import aftercare.platform.clock.ClinicClock;
import aftercare.platform.events.Received;
import aftercare.schemas.Topics;
import aftercare.schemas.messaging.ReadThroughFellBehind;
import aftercare.schemas.messaging.ReplyFlagged;
import aftercare.schemas.messaging.ReplyFoundLate;
import aftercare.schemas.messaging.Review;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears what a second look at replies has found. */
@Component
class ReviewListener {
    private final SecondLooks looks;
    private final ClinicClock clock;

    ReviewListener(SecondLooks looks, ClinicClock clock) {
        this.looks = looks;
        this.clock = clock;
    }

    @KafkaListener(id = "escalation-" + Topics.REVIEWS, topics = Topics.REVIEWS)
    void on(Received<? extends Review> event) {
        switch (event.payload()) {
            case ReplyFoundLate late -> looks.foundLate(event.id(), late, clock.instant());
            case ReplyFlagged flagged -> looks.flagged(event.id(), flagged, clock.instant());
            case ReadThroughFellBehind behind -> looks.fellBehind(event.id(), behind, clock.instant());
        }
    }
}
