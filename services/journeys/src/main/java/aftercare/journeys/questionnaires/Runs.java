package aftercare.journeys.questionnaires;

import static java.time.ZoneOffset.UTC;

import aftercare.journeys.definition.Instrument;
import aftercare.journeys.instruments.Questionnaires;
import aftercare.journeys.planning.PlannedTouchpoint;
import aftercare.schemas.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table behind questionnaires. Written only under the patient's lock. */
@Repository
public class Runs {
    private final JdbcClient jdbc;

    Runs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first item goes out with a touchpoint. The id is that of the touchpoint's message, so that asking again is a run of its own. */
    public void begin(
            PlannedTouchpoint touchpoint, Instrument instrument, String language, Instant now, Instant expiresAt) {
        jdbc.sql("""
                        INSERT INTO questionnaire (id, patient_id, touchpoint_id, touchpoint, instrument, wording, language, began_at,
                                                   expires_at, item, state)
                        VALUES (:id, :patient, :touchpointId, :touchpoint, :instrument, :wording, :language, :now, :expires, 1, 'OPEN')
                        ON CONFLICT DO NOTHING
                        """)
                .param("id", touchpoint.messageIdOfThisRevision().value())
                .param("patient", touchpoint.patientId().value())
                .param("touchpointId", touchpoint.id())
                .param("touchpoint", touchpoint.touchpoint())
                .param("instrument", instrument.name())
                .param("wording", Questionnaires.shipped().of(instrument).wording())
                .param("language", language)
                .param("now", now.atOffset(UTC))
                .param("expires", expiresAt.atOffset(UTC))
                .update();
    }

    /** What is open of the question that a touchpoint reminds of, ends: the reminder asks it from the start. */
    void replaced(PlannedTouchpoint reminder, Instant now) {
        of(reminder.patientId()).stream()
                .filter(Run::isOpen)
                .filter(run -> run.touchpointId().equals(reminder.reminderOf()))
                .forEach(run -> stop(run, "REMINDED", now));
    }

    public Optional<Run> find(UUID id) {
        return jdbc.sql("SELECT * FROM questionnaire WHERE id = :id")
                .param("id", id)
                .query(Runs::toRun)
                .optional();
    }

    public List<Run> of(PatientId patient) {
        return jdbc.sql("SELECT * FROM questionnaire WHERE patient_id = :patient ORDER BY began_at, id")
                .param("patient", patient.value())
                .query(Runs::toRun)
                .list();
    }

    public void asked(Run run, int item) {
        jdbc.sql("UPDATE questionnaire SET item = :item WHERE id = :id AND state = 'OPEN'")
                .param("item", item)
                .param("id", run.id())
                .update();
    }

    public void scored(Run run, Instant now) {
        end(run, Run.State.SCORED, null, now);
    }

    public void stop(Run run, String reason, Instant now) {
        end(run, Run.State.STOPPED, reason, now);
    }

    /** Whatever is open with a patient ends: nothing more is asked. */
    public void stopAllOf(PatientId patient, String reason, Instant now) {
        of(patient).stream().filter(Run::isOpen).forEach(run -> stop(run, reason, now));
    }

    private void end(Run run, Run.State state, @Nullable String reason, Instant now) {
        jdbc.sql("""
                        UPDATE questionnaire SET state = :state, reason = :reason, ended_at = :now
                         WHERE id = :id AND state = 'OPEN'
                        """)
                .param("state", state.name())
                .param("reason", reason)
                .param("now", now.atOffset(UTC))
                .param("id", run.id())
                .update();
    }

    /** Those whose time is over, the longest over first. */
    public List<Run> expired(Instant now, int limit) {
        return jdbc.sql("""
                        SELECT * FROM questionnaire WHERE state = 'OPEN' AND expires_at <= :now
                         ORDER BY expires_at LIMIT :limit
                        """)
                .param("now", now.atOffset(UTC))
                .param("limit", limit)
                .query(Runs::toRun)
                .list();
    }

    public int countExpired(Instant now) {
        return jdbc.sql("SELECT count(*) FROM questionnaire WHERE state = 'OPEN' AND expires_at <= :now")
                .param("now", now.atOffset(UTC))
                .query(Integer.class)
                .single();
    }

    public Optional<Instant> nextExpiryAfter(Instant now) {
        return jdbc.sql("""
                        SELECT expires_at FROM questionnaire WHERE state = 'OPEN' AND expires_at > :now
                         ORDER BY expires_at LIMIT 1
                        """)
                .param("now", now.atOffset(UTC))
                .query((row, number) -> instant(row, "expires_at"))
                .optional();
    }

    private static Run toRun(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                new PatientId(row.getString("patient_id")),
                row.getObject("touchpoint_id", UUID.class),
                row.getString("touchpoint"),
                Instrument.valueOf(row.getString("instrument")),
                row.getString("wording"),
                row.getString("language"),
                instant(row, "began_at"),
                instant(row, "expires_at"),
                row.getInt("item"),
                Run.State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getObject("ended_at") == null ? null : instant(row, "ended_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
