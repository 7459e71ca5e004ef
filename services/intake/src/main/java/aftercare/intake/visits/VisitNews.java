package aftercare.intake.visits;

import aftercare.schemas.AppointmentId;
import aftercare.schemas.Event;
import aftercare.schemas.PatientId;
import aftercare.schemas.clinic.AppointmentFact;
import aftercare.schemas.clinic.CheckInFact;
import aftercare.schemas.clinic.Provenance;

/** One fact to tell of a visit. */
sealed interface VisitNews {
    Event fact();

    PatientId patient();

    AppointmentId appointment();

    Provenance provenance();

    boolean takenBack();

    default String name() {
        return fact().getClass().getSimpleName();
    }

    record OfAppointment(AppointmentFact fact) implements VisitNews {
        @Override
        public PatientId patient() {
            return fact.appointment().patientId();
        }

        @Override
        public AppointmentId appointment() {
            return fact.appointment().appointmentId();
        }

        @Override
        public Provenance provenance() {
            return fact.provenance();
        }

        @Override
        public boolean takenBack() {
            return false;
        }
    }

    record OfStep(CheckInFact fact) implements VisitNews {
        @Override
        public PatientId patient() {
            return fact.checkIn().patientId();
        }

        @Override
        public AppointmentId appointment() {
            return fact.checkIn().appointmentId();
        }

        @Override
        public Provenance provenance() {
            return fact.provenance();
        }

        @Override
        public boolean takenBack() {
            return fact.checkIn().enteredInError();
        }
    }
}
