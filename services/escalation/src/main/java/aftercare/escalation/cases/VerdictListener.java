package aftercare.escalation.cases;

import aftercare.platform.clock.ClinicClock;
import aftercare.platform.events.Received;
import aftercare.schemas.Topics;
import aftercare.schemas.screening.ReplyScreened;
import aftercare.schemas.screening.Verdict;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears what screening found. */
@Component
class VerdictListener {
    private final Triage triage;
    private final ClinicClock clock;

    VerdictListener(Triage triage, ClinicClock clock) {
        this.triage = triage;
        this.clock = clock;
    }

    @KafkaListener(id = "escalation-" + Topics.VERDICTS, topics = Topics.VERDICTS)
    void on(Received<? extends Verdict> event) {
        switch (event.payload()) {
            case ReplyScreened screened -> triage.take(event.id(), screened, clock.instant());
        }
    }
}
