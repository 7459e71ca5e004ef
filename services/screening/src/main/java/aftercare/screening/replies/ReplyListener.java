package aftercare.screening.replies;

import aftercare.platform.events.Received;
import aftercare.schemas.Topics;
import aftercare.schemas.messaging.ReplyFact;
import aftercare.schemas.messaging.ReplyReceived;
import aftercare.schemas.screening.ScreeningPurpose;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hands each reply over; its offset commits only after the broker has taken the verdict. */
@Component
class ReplyListener {
    private final Verdicts verdicts;

    ReplyListener(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    @KafkaListener(id = "screening-replies", topics = Topics.REPLIES, groupId = "screening")
    void on(Received<? extends ReplyFact> event) {
        screen(event, ScreeningPurpose.LIVE);
    }

    /** A lane of its own, so that a re-screening never delays a live reply. */
    @KafkaListener(id = "screening-rescreens", topics = Topics.RESCREENS, groupId = "screening-rescreens")
    void again(Received<? extends ReplyFact> event) {
        screen(event, ScreeningPurpose.RESCREEN);
    }

    private void screen(Received<? extends ReplyFact> event, ScreeningPurpose purpose) {
        switch (event.payload()) {
            case ReplyReceived reply -> verdicts.give(event.id(), reply, purpose);
        }
    }
}
