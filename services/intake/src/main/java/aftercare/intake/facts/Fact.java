package aftercare.intake.facts;

import aftercare.intake.patients.Person;
import aftercare.intake.records.RecordKey;
import aftercare.intake.records.Stamp;
import aftercare.intake.visits.Attendance;
import aftercare.intake.visits.Booking;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.PatientId;
import java.util.Optional;

/** One version of one record, as a door understood it. */
public sealed interface Fact {
    RecordKey record();

    Stamp stamp();

    PatientId patientId();

    /** Empty for what is no visit. */
    Optional<AppointmentId> appointmentId();

    record OfPatient(RecordKey record, Stamp stamp, Person person) implements Fact {
        @Override
        public PatientId patientId() {
            return person.patientId();
        }

        @Override
        public Optional<AppointmentId> appointmentId() {
            return Optional.empty();
        }
    }

    record OfBooking(RecordKey record, Stamp stamp, Booking booking) implements Fact {
        @Override
        public PatientId patientId() {
            return booking.patientId();
        }

        @Override
        public Optional<AppointmentId> appointmentId() {
            return Optional.of(booking.appointmentId());
        }
    }

    record OfAttendance(RecordKey record, Stamp stamp, Attendance attendance) implements Fact {
        @Override
        public PatientId patientId() {
            return attendance.patientId();
        }

        @Override
        public Optional<AppointmentId> appointmentId() {
            return Optional.of(attendance.appointmentId());
        }
    }
}
