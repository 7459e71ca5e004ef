package aftercare.journeys.planning;

import static java.time.ZoneOffset.UTC;

import aftercare.schemas.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One row a patient: the lock under which plan and events are written, and when to look after them next. */
@Repository
public class Patients {
    private final JdbcClient jdbc;

    Patients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the patient until the transaction ends; one never heard of is there from now on. */
    public void lock(PatientId patient) {
        jdbc.sql("INSERT INTO patient (patient_id) VALUES (:patient) ON CONFLICT DO NOTHING")
                .param("patient", patient.value())
                .update();
        jdbc.sql("SELECT patient_id FROM patient WHERE patient_id = :patient FOR UPDATE")
                .param("patient", patient.value())
                .query(String.class)
                .single();
    }

    /** Locks the patient unless another instance holds them. */
    public boolean lockIfFree(PatientId patient) {
        return jdbc.sql("SELECT patient_id FROM patient WHERE patient_id = :patient FOR UPDATE SKIP LOCKED")
                .param("patient", patient.value())
                .query(String.class)
                .optional()
                .isPresent();
    }

    /**
     * Whom somebody must look after, the longest due first, and those whose plan was made with an older journey. Each look is along an
     * index of its own: a million plans to be made again hold up nobody who is due, and those who are due do not hold them up for ever.
     */
    public List<PatientId> due(Instant now, int journeyVersion, Instant machineNow, int limit) {
        var due = due(now, machineNow, limit);
        var stale = plannedBefore(journeyVersion, machineNow, Math.max(limit - due.size(), limit / 5));
        return Stream.concat(due.stream(), stale.stream()).distinct().toList();
    }

    private List<PatientId> due(Instant now, Instant machineNow, int limit) {
        return jdbc.sql("""
                        SELECT patient_id FROM patient
                         WHERE due_at <= :now AND coalesce(retry_at, :machineNow) <= :machineNow
                         ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED
                        """)
                .param("now", now.atOffset(UTC))
                .param("machineNow", machineNow.atOffset(UTC))
                .param("limit", limit)
                .query(Patients::toPatient)
                .list();
    }

    private List<PatientId> plannedBefore(int journeyVersion, Instant machineNow, int limit) {
        return jdbc.sql("""
                        SELECT patient_id FROM patient
                         WHERE planned_version < :version AND coalesce(retry_at, :machineNow) <= :machineNow
                         ORDER BY planned_version LIMIT :limit FOR UPDATE SKIP LOCKED
                        """)
                .param("version", journeyVersion)
                .param("machineNow", machineNow.atOffset(UTC))
                .param("limit", limit)
                .query(Patients::toPatient)
                .list();
    }

    private static PatientId toPatient(ResultSet row, int number) throws SQLException {
        return new PatientId(row.getString("patient_id"));
    }

    public int countDue(Instant now, int journeyVersion) {
        return jdbc.sql("""
                        SELECT (SELECT count(*) FROM patient WHERE due_at <= :now)
                             + (SELECT count(*) FROM patient WHERE planned_version < :version AND (due_at <= :now) IS NOT TRUE)
                        """)
                .param("now", now.atOffset(UTC))
                .param("version", journeyVersion)
                .query(Integer.class)
                .single();
    }

    public Optional<Instant> nextDueAfter(Instant now) {
        return jdbc.sql("SELECT due_at FROM patient WHERE due_at > :now ORDER BY due_at LIMIT 1")
                .param("now", now.atOffset(UTC))
                .query((row, number) ->
                        row.getObject("due_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Whether the patient was not enrolled yet. */
    boolean enroll(PatientId patient, Instant now) {
        return jdbc.sql("UPDATE patient SET enrolled_at = :now WHERE patient_id = :patient AND enrolled_at IS NULL")
                        .param("now", now.atOffset(UTC))
                        .param("patient", patient.value())
                        .update()
                == 1;
    }

    /** The version this patient stays on; none while they follow the one in force. */
    Optional<Integer> staysOn(PatientId patient) {
        return jdbc.sql("SELECT stays_on FROM patient WHERE patient_id = :patient AND stays_on IS NOT NULL")
                .param("patient", patient.value())
                .query(Integer.class)
                .optional();
    }

    List<Integer> versionsStayedOn() {
        return jdbc.sql("SELECT DISTINCT stays_on FROM patient WHERE stays_on IS NOT NULL")
                .query((row, number) -> row.getInt("stays_on"))
                .list();
    }

    /** How many patients stay on a version that is not in force. */
    public int countStaying() {
        return jdbc.sql("SELECT count(*) FROM patient WHERE stays_on IS NOT NULL")
                .query(Integer.class)
                .single();
    }

    /** Whoever is enrolled and follows {@code former} stays on it when {@code version} takes effect; their plans need no second look. */
    public int stayOn(int former, int version) {
        return jdbc.sql("""
                        UPDATE patient
                           SET stays_on = :former,
                               planned_version = CASE WHEN planned_version = :former THEN :version ELSE planned_version END
                         WHERE enrolled_at IS NOT NULL AND stays_on IS NULL
                        """).param("former", former).param("version", version).update();
    }

    /** Everybody follows the version in force again; whose version that changes is planned again. */
    public int followInForce() {
        return jdbc.sql("UPDATE patient SET stays_on = NULL, planned_version = 0 WHERE stays_on IS NOT NULL")
                .update();
    }

    /** The same for those who stay on one version only. */
    public int followInForce(int whoStayOn) {
        return jdbc.sql("UPDATE patient SET stays_on = NULL, planned_version = 0 WHERE stays_on = :version")
                .param("version", whoStayOn)
                .update();
    }

    /** Everybody who is enrolled is planned again: what holds for all of them has changed. */
    public void lookAgainAtAll() {
        jdbc.sql("UPDATE patient SET planned_version = 0 WHERE enrolled_at IS NOT NULL AND planned_version > 0")
                .update();
    }

    /** @param inForce the version in force when the plan was made, also for a patient who stays on another */
    void planned(PatientId patient, int inForce, @Nullable Instant looksAgainAt) {
        jdbc.sql("UPDATE patient SET planned_version = :version, looks_again_at = :again WHERE patient_id = :patient")
                .param("version", inForce)
                .param("again", looksAgainAt == null ? null : looksAgainAt.atOffset(UTC))
                .param("patient", patient.value())
                .update();
    }

    @Nullable
    Instant looksAgainAt(PatientId patient) {
        return jdbc.sql("SELECT looks_again_at FROM patient WHERE patient_id = :patient AND looks_again_at IS NOT NULL")
                .param("patient", patient.value())
                .query((row, number) ->
                        row.getObject("looks_again_at", OffsetDateTime.class).toInstant())
                .optional()
                .orElse(null);
    }

    void dueAt(PatientId patient, @Nullable Instant dueAt) {
        jdbc.sql("UPDATE patient SET due_at = :due, retry_at = NULL WHERE patient_id = :patient")
                .param("due", dueAt == null ? null : dueAt.atOffset(UTC))
                .param("patient", patient.value())
                .update();
    }

    public void setAside(PatientId patient, Instant untilMachineTime) {
        jdbc.sql("UPDATE patient SET retry_at = :until WHERE patient_id = :patient")
                .param("until", untilMachineTime.atOffset(UTC))
                .param("patient", patient.value())
                .update();
    }
}
