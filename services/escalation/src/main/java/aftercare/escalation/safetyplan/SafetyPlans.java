package aftercare.escalation.safetyplan;

import static aftercare.escalation.columns.Columns.at;
import static aftercare.escalation.columns.Columns.instant;
import static aftercare.escalation.columns.Columns.uuid;

import aftercare.escalation.facts.Facts;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.PatientId;
import aftercare.schemas.Sealed;
import aftercare.schemas.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of safety plans. */
@Repository
class SafetyPlans {
    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Facts facts;

    SafetyPlans(JdbcClient jdbc, Sealer sealer, Facts facts) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.facts = facts;
    }

    /** The plan as it is now; that somebody looked is part of the trail (S8). */
    @Transactional
    Optional<WrittenPlan> view(PatientId patient, String who, Instant now) {
        facts.viewed(now, who, "SafetyPlanViewed", "patient/" + patient);
        return latest(patient);
    }

    /**
     * Writes the next version.
     *
     * @param basedOn the version the writer had before them, 0 for none
     * @return false when somebody else wrote meanwhile
     */
    @Transactional
    boolean write(PatientId patient, int basedOn, SafetyPlan plan, StaffId by, Instant now) {
        if (latest(patient).map(WrittenPlan::version).orElse(0) != basedOn
                || !insert(patient, basedOn + 1, plan, by, now)) {
            return false;
        }
        facts.record(
                now,
                by.value(),
                "SafetyPlanWritten",
                "patient/" + patient,
                Map.of("version", String.valueOf(basedOn + 1)));
        return true;
    }

    private boolean insert(PatientId patient, int version, SafetyPlan plan, StaffId by, Instant now) {
        var id = UUID.randomUUID();
        return jdbc.sql("""
                INSERT INTO safety_plan (id, patient_id, version, warning_signs, own_coping, distractions, people_who_help,
                                         professionals, safer_surroundings, written_by, written_at)
                VALUES (:id, :patient, :version, :signs, :coping, :distractions, :people, :professionals, :surroundings,
                        :by, :now)
                ON CONFLICT (patient_id, version) DO NOTHING
                """)
                        .param("id", id)
                        .param("patient", patient.value())
                        .param("version", version)
                        .param("signs", seal(plan.warningSigns(), id, "warning_signs"))
                        .param("coping", seal(plan.ownCoping(), id, "own_coping"))
                        .param("distractions", seal(plan.distractions(), id, "distractions"))
                        .param("people", seal(plan.peopleWhoHelp(), id, "people_who_help"))
                        .param("professionals", seal(plan.professionals(), id, "professionals"))
                        .param("surroundings", seal(plan.saferSurroundings(), id, "safer_surroundings"))
                        .param("by", by.value())
                        .param("now", at(now))
                        .update()
                == 1;
    }

    private Optional<WrittenPlan> latest(PatientId patient) {
        return jdbc.sql("SELECT * FROM safety_plan WHERE patient_id = :patient ORDER BY version DESC LIMIT 1")
                .param("patient", patient.value())
                .query(this::toPlan)
                .optional();
    }

    private WrittenPlan toPlan(ResultSet row, int n) throws SQLException {
        return new WrittenPlan(
                row.getInt("version"),
                new StaffId(row.getString("written_by")),
                instant(row, "written_at"),
                new SafetyPlan(
                        open(row, "warning_signs"),
                        open(row, "own_coping"),
                        open(row, "distractions"),
                        open(row, "people_who_help"),
                        open(row, "professionals"),
                        open(row, "safer_surroundings")));
    }

    private String seal(String words, UUID id, String column) {
        return sealer.seal(words, id, column).sealed();
    }

    private String open(ResultSet row, String column) throws SQLException {
        return sealer.open(new Sealed(row.getString(column)), uuid(row, "id"), column);
    }
}
