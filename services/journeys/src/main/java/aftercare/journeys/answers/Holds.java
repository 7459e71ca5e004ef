package aftercare.journeys.answers;

import aftercare.schemas.HoldId;
import aftercare.schemas.PatientId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Holds that stand, as escalation tells of them. Messaging keeps the gate; here nothing more is asked meanwhile. */
@Repository
public class Holds {
    private final JdbcClient jdbc;

    Holds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void placed(HoldId hold, List<PatientId> patients) {
        patients.forEach(patient -> jdbc.sql(
                        "INSERT INTO held (hold_id, patient_id) VALUES (:hold, :patient) ON CONFLICT DO NOTHING")
                .param("hold", hold.value())
                .param("patient", patient.value())
                .update());
    }

    void released(HoldId hold) {
        jdbc.sql("DELETE FROM held WHERE hold_id = :hold")
                .param("hold", hold.value())
                .update();
    }

    public boolean isHeld(PatientId patient) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM held WHERE patient_id = :patient)")
                .param("patient", patient.value())
                .query(Boolean.class)
                .single();
    }
}
