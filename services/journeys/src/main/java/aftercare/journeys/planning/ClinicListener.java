package aftercare.journeys.planning;

import aftercare.journeys.facts.FromEvents;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.events.Received;
import aftercare.schemas.Topics;
import aftercare.schemas.clinic.AppointmentFact;
import aftercare.schemas.clinic.CheckInFact;
import aftercare.schemas.clinic.PatientChanged;
import aftercare.schemas.clinic.PatientFact;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** What the clinic tells of patients, their visits and their session days. */
@Component
class ClinicListener {
    private final Planning planning;
    private final ClinicClock clock;

    ClinicListener(Planning planning, ClinicClock clock) {
        this.planning = planning;
        this.clock = clock;
    }

    @KafkaListener(id = "journeys-" + Topics.PATIENTS, topics = Topics.PATIENTS)
    void onPatient(Received<? extends PatientFact> event) {
        switch (event.payload()) {
            case PatientChanged patient ->
                planning.learn(patient.patientId(), event.id(), FromEvents.fact(patient), clock.instant());
        }
    }

    @KafkaListener(id = "journeys-" + Topics.APPOINTMENTS, topics = Topics.APPOINTMENTS)
    void onAppointment(Received<? extends AppointmentFact> event) {
        var patient = event.payload().appointment().patientId();
        planning.learn(patient, event.id(), FromEvents.fact(event.payload()), clock.instant());
    }

    @KafkaListener(id = "journeys-" + Topics.CHECKINS, topics = Topics.CHECKINS)
    void onCheckIn(Received<? extends CheckInFact> event) {
        var patient = event.payload().checkIn().patientId();
        planning.learn(patient, event.id(), FromEvents.fact(event.payload()), clock.instant());
    }
}
