package aftercare.journeys.planning;

import aftercare.journeys.facts.Fact.PlanCancelled;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.events.Received;
import aftercare.schemas.Topics;
import aftercare.schemas.escalation.EscalationFact;
import aftercare.schemas.escalation.HoldReleased;
import java.time.temporal.ChronoUnit;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Holds are messaging's to keep; planning only learns when a human cancelled what was planned. */
@Component
class HoldListener {
    private final Planning planning;
    private final ClinicClock clock;

    HoldListener(Planning planning, ClinicClock clock) {
        this.planning = planning;
        this.clock = clock;
    }

    @KafkaListener(id = "journeys-" + Topics.ESCALATIONS, topics = Topics.ESCALATIONS)
    void on(Received<? extends EscalationFact> event) {
        if (event.payload() instanceof HoldReleased released && released.cancelled()) {
            var fact = new PlanCancelled(released.at().truncatedTo(ChronoUnit.MICROS));
            released.patientIds().forEach(patient -> planning.learn(patient, event.id(), fact, clock.instant()));
        }
    }
}
