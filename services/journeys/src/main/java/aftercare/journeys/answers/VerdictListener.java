package aftercare.journeys.answers;

import aftercare.platform.clock.ClinicClock;
import aftercare.platform.events.Received;
import aftercare.schemas.Topics;
import aftercare.schemas.screening.ReplyScreened;
import aftercare.schemas.screening.ScreeningPurpose;
import aftercare.schemas.screening.Verdict;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Verdicts on replies as they come in; screening an old reply again answers nobody. */
@Component
class VerdictListener {
    private final Replies replies;
    private final ClinicClock clock;

    VerdictListener(Replies replies, ClinicClock clock) {
        this.replies = replies;
        this.clock = clock;
    }

    @KafkaListener(id = "journeys-" + Topics.VERDICTS, topics = Topics.VERDICTS)
    void on(Received<? extends Verdict> event) {
        switch (event.payload()) {
            case ReplyScreened screened -> {
                if (screened.purpose() == ScreeningPurpose.LIVE) {
                    replies.screened(event.id(), screened, clock.instant());
                }
            }
        }
    }
}
