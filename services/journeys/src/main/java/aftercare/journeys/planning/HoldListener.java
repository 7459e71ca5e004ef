package aftercare.journeys.planning;

import aftercare.journeys.facts.Fact;
import aftercare.journeys.facts.Fact.PlanCancelled;
import aftercare.journeys.facts.FromEvents;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.events.Received;
import aftercare.schemas.PatientId;
import aftercare.schemas.Topics;
import aftercare.schemas.escalation.EscalationFact;
import aftercare.schemas.escalation.HoldReleased;
import aftercare.schemas.escalation.Reopened;
import aftercare.schemas.escalation.Resolved;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Holds are messaging's to keep; planning only learns when a human cancelled what was planned, closed a case or opened it again. */
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
        switch (event.payload()) {
            case HoldReleased released
            when released.cancelled() ->
                learn(
                        released.patientIds(),
                        event.id(),
                        new PlanCancelled(released.at().truncatedTo(ChronoUnit.MICROS)));
            case Resolved resolved -> learn(resolved.patientIds(), event.id(), FromEvents.fact(resolved));
            case Reopened reopened -> learn(reopened.patientIds(), event.id(), FromEvents.fact(reopened));
            case EscalationFact other -> {}
        }
    }

    private void learn(List<PatientId> patients, UUID event, Fact fact) {
        patients.forEach(patient -> planning.learn(patient, event, fact, clock.instant()));
    }
}
