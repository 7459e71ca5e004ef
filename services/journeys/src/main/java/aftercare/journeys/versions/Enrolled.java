package aftercare.journeys.versions;

import aftercare.schemas.PatientId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is enrolled, and a sample of them that is the same each time for the same seed. */
@Repository
class Enrolled {
    private final JdbcClient jdbc;

    Enrolled(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int count() {
        return jdbc.sql("SELECT count(*) FROM patient WHERE enrolled_at IS NOT NULL")
                .query(Integer.class)
                .single();
    }

    List<PatientId> sample(String seed, int most) {
        return jdbc.sql("""
                        SELECT patient_id FROM patient WHERE enrolled_at IS NOT NULL ORDER BY md5(:seed || patient_id) LIMIT :most
                        """)
                .param("seed", seed)
                .param("most", most)
                .query((row, number) -> new PatientId(row.getString("patient_id")))
                .list();
    }
}
