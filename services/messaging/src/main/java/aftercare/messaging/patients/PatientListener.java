package aftercare.messaging.patients;

import aftercare.platform.events.Received;
import aftercare.schemas.Topics;
import aftercare.schemas.clinic.PatientChanged;
import aftercare.schemas.clinic.PatientFact;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears what the charts say. */
@Component
class PatientListener {
    private final PatientUpdates updates;

    PatientListener(PatientUpdates updates) {
        this.updates = updates;
    }

    @KafkaListener(id = "messaging-" + Topics.PATIENTS, topics = Topics.PATIENTS)
    void on(Received<? extends PatientFact> event) {
        switch (event.payload()) {
            case PatientChanged changed -> updates.apply(event.id(), changed);
        }
    }
}
