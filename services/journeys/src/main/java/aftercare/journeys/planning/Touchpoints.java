package aftercare.journeys.planning;

import static java.time.ZoneOffset.UTC;

import aftercare.schemas.AppointmentId;
import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;
import aftercare.schemas.messaging.Purpose;
import aftercare.schemas.messaging.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every touchpoint that a patient's plan ever held. Written only under the patient's lock. */
@Repository
public class Touchpoints {
    private static final String COLUMNS = """
            id, patient_id, touchpoint, purpose, priority, persist, asks, reminder_of, topic, in_favour_of, appointment_id, event, rule, anchor_at, zone, opens_at, closes_at,
            state, reason, revision, message_id, awaits, silent_at, heard_at, missed_at
            """;

    private final JdbcClient jdbc;

    Touchpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<PlannedTouchpoint> of(PatientId patient) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM touchpoint WHERE patient_id = :patient ORDER BY opens_at, touchpoint, id")
                .param("patient", patient.value())
                .query(Touchpoints::toTouchpoint)
                .list();
    }

    public PlannedTouchpoint withId(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM touchpoint WHERE id = :id")
                .param("id", id)
                .query(Touchpoints::toTouchpoint)
                .single();
    }

    public Optional<PlannedTouchpoint> find(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM touchpoint WHERE id = :id")
                .param("id", id)
                .query(Touchpoints::toTouchpoint)
                .optional();
    }

    public void save(PlannedTouchpoint touchpoint, Instant now) {
        var window = touchpoint.window();
        jdbc.sql("INSERT INTO touchpoint (" + COLUMNS + """
                        , changed_at)
                        VALUES (:id, :patient, :touchpoint, :purpose, :priority, :persist, :asks, :reminderOf, :topic, :inFavourOf,
                                :appointment, :event, :rule, :anchorAt, :zone,
                                :opensAt, :closesAt, :state, :reason, :revision, :message, :awaits, :silentAt, :heardAt, :missedAt,
                                :now)
                        ON CONFLICT (id) DO UPDATE SET
                            purpose = :purpose, priority = :priority, persist = :persist, asks = :asks,
                            reminder_of = :reminderOf, topic = :topic, in_favour_of = :inFavourOf, appointment_id = :appointment,
                            event = :event, rule = :rule, anchor_at = :anchorAt, zone = :zone, opens_at = :opensAt, closes_at = :closesAt,
                            state = :state, reason = :reason, revision = :revision, message_id = :message, awaits = :awaits,
                            silent_at = :silentAt, heard_at = :heardAt, missed_at = :missedAt, changed_at = :now
                        """)
                .param("id", touchpoint.id())
                .param("patient", touchpoint.patientId().value())
                .param("touchpoint", touchpoint.touchpoint())
                .param("purpose", touchpoint.purpose().name())
                .param("priority", touchpoint.priority())
                .param("persist", touchpoint.persist())
                .param("asks", touchpoint.asks())
                .param("reminderOf", touchpoint.reminderOf())
                .param("topic", touchpoint.topic())
                .param("inFavourOf", touchpoint.inFavourOf())
                .param(
                        "appointment",
                        touchpoint.appointmentId() == null
                                ? null
                                : touchpoint.appointmentId().value())
                .param("event", touchpoint.why().event())
                .param("rule", touchpoint.why().rule())
                .param("anchorAt", at(touchpoint.why().at()))
                .param("zone", touchpoint.zone().getId())
                .param("opensAt", at(window == null ? null : window.opensAt()))
                .param("closesAt", at(window == null ? null : window.closesAt()))
                .param("state", touchpoint.state().name())
                .param("reason", touchpoint.reason())
                .param("revision", touchpoint.revision())
                .param("message", uuid(touchpoint.messageId()))
                .param("awaits", uuid(touchpoint.awaits()))
                .param("silentAt", at(touchpoint.silentAt()))
                .param("heardAt", at(touchpoint.heardAt()))
                .param("missedAt", at(touchpoint.missedAt()))
                .param("now", at(now))
                .update();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(UTC);
    }

    private static @Nullable UUID uuid(@Nullable MessageId message) {
        return message == null ? null : message.value();
    }

    private static PlannedTouchpoint toTouchpoint(ResultSet row, int number) throws SQLException {
        var opensAt = instant(row, "opens_at");
        var closesAt = instant(row, "closes_at");
        var appointment = row.getString("appointment_id");
        return new PlannedTouchpoint(
                row.getObject("id", UUID.class),
                new PatientId(row.getString("patient_id")),
                row.getString("touchpoint"),
                Purpose.valueOf(row.getString("purpose")),
                row.getInt("priority"),
                row.getBoolean("persist"),
                row.getBoolean("asks"),
                row.getObject("reminder_of", UUID.class),
                row.getString("topic"),
                appointment == null ? null : new AppointmentId(appointment),
                new Why(
                        row.getString("event"),
                        row.getString("rule"),
                        Objects.requireNonNull(instant(row, "anchor_at"))),
                ZoneId.of(row.getString("zone")),
                opensAt == null || closesAt == null ? null : new Window(opensAt, closesAt),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("in_favour_of"),
                row.getInt("revision"),
                message(row, "message_id"),
                message(row, "awaits"),
                instant(row, "silent_at"),
                instant(row, "heard_at"),
                instant(row, "missed_at"));
    }

    private static @Nullable MessageId message(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new MessageId(id);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
