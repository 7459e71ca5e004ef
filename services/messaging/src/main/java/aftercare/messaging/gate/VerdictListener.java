package aftercare.messaging.gate;

import aftercare.platform.events.Received;
import aftercare.schemas.Topics;
import aftercare.schemas.screening.ReplyScreened;
import aftercare.schemas.screening.Verdict;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears what screening makes of replies. */
@Component
class VerdictListener {
    private final Verdicts verdicts;

    VerdictListener(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    @KafkaListener(id = "messaging-" + Topics.VERDICTS, topics = Topics.VERDICTS)
    void on(Received<? extends Verdict> event) {
        switch (event.payload()) {
            case ReplyScreened screened -> verdicts.take(event.id(), screened);
        }
    }
}
