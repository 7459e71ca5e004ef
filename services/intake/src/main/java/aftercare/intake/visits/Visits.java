package aftercare.intake.visits;

import aftercare.intake.records.RecordChange;
import aftercare.intake.records.Records;
import aftercare.platform.audit.Audit;
import aftercare.platform.outbox.Outbox;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.Sealed;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** One row a visit: what was told of it last. The caller holds the locks of every patient it ever belonged to. */
@Repository
public class Visits {
    /** The kinds of record that speak of how a visit stands. */
    public static final Set<String> BOOKING_KINDS = Set.of("Appointment");

    /** The kinds of record that speak of how far a session day has come. */
    public static final Set<String> ATTENDANCE_KINDS =
            Set.of("Encounter", "PatientArrived", "SessionStarted", "SessionCompleted");

    private final JdbcClient jdbc;
    private final Records records;
    private final Outbox outbox;
    private final Audit audit;
    private final Sealer sealer;
    private final JsonMapper json;

    Visits(JdbcClient jdbc, Records records, Outbox outbox, Audit audit, Sealer sealer, JsonMapper json) {
        this.jdbc = jdbc;
        this.records = records;
        this.outbox = outbox;
        this.audit = audit;
        this.sealer = sealer;
        this.json = json;
    }

    /** Tells the other services what leads from what they know to what the visit's records come to. Returns whether anything does. */
    public boolean tell(AppointmentId id, RecordChange cause) {
        var told = told(id);
        var now = now(id);
        if (now.equals(told)) {
            return false;
        }
        var news = now.newsSince(told, cause.provenance());
        news.forEach(fact -> publish(fact, cause));
        remember(id, now);
        return !news.isEmpty();
    }

    private Visit now(AppointmentId id) {
        var bookings = records.ofAppointment(id, BOOKING_KINDS, Booking.class).stream()
                .map(Booking::settled)
                .filter(booking -> booking.says().appointmentId().equals(id))
                .toList();
        var attendances = records.ofAppointment(id, ATTENDANCE_KINDS, Attendance.class).stream()
                .map(Attendance::settled)
                .filter(attendance -> attendance.says().appointmentId().equals(id))
                .toList();
        return Visit.of(bookings, attendances);
    }

    private Visit told(AppointmentId id) {
        jdbc.sql("INSERT INTO visit (appointment_id) VALUES (:id) ON CONFLICT DO NOTHING")
                .param("id", id.value())
                .update();
        return jdbc.sql("SELECT told FROM visit WHERE appointment_id = :id FOR UPDATE")
                .param("id", id.value())
                .query((row, number) -> Optional.ofNullable(row.getString("told")))
                .single()
                .map(told -> json.readValue(sealer.open(new Sealed(told), id, "told"), Visit.class))
                .orElse(Visit.UNTOLD);
    }

    private void remember(AppointmentId id, Visit visit) {
        jdbc.sql("UPDATE visit SET told = :told WHERE appointment_id = :id")
                .param("id", id.value())
                .param(
                        "told",
                        sealer.seal(json.writeValueAsString(visit), id, "told").sealed())
                .update();
    }

    private void publish(VisitNews news, RecordChange cause) {
        var back = news.takenBack() ? "TakenBack" : "";
        var id = cause.eventId(
                news.name() + back, news.appointment().value(), news.patient().value());
        outbox.add(id, news.patient().value(), news.provenance().occurredAt(), news.fact());
        audit.record(
                cause.stamp().receivedAt(),
                "service:intake",
                news.name() + back,
                "appointment/" + news.appointment(),
                Map.of(
                        "source",
                        cause.record().source(),
                        "record",
                        cause.record().local(),
                        "event",
                        id.toString()));
    }
}
