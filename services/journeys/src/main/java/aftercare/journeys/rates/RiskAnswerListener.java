package aftercare.journeys.rates;

import aftercare.platform.events.Received;
import aftercare.schemas.Topics;
import aftercare.schemas.screening.ReplyScreened;
import aftercare.schemas.screening.ScreeningPurpose;
import aftercare.schemas.screening.Verdict;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Verdicts once more, only to count: what follows from them is none of this listener's business. */
@Component
class RiskAnswerListener {
    private final RiskAnswers risk;

    RiskAnswerListener(RiskAnswers risk) {
        this.risk = risk;
    }

    @KafkaListener(id = "journeys-rates-" + Topics.VERDICTS, topics = Topics.VERDICTS)
    void on(Received<? extends Verdict> event) {
        switch (event.payload()) {
            case ReplyScreened screened -> {
                if (screened.purpose() == ScreeningPurpose.LIVE) {
                    risk.count(screened);
                }
            }
        }
    }
}
