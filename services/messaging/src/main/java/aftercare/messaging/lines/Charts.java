package aftercare.messaging.lines;

import static aftercare.messaging.columns.Columns.array;
import static aftercare.messaging.columns.Columns.atOrNull;
import static aftercare.messaging.columns.Columns.line;

import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what the charts say. The caller holds the locks of the lines and patients it names. */
@Repository
public class Charts {
    private final JdbcClient jdbc;

    Charts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void write(Patient patient) {
        var name = patient.name();
        var mergedInto = patient.mergedInto();
        var line = patient.textingLine();
        var contact = patient.secondContact();
        jdbc.sql("""
                INSERT INTO patient (id, known, name, language, zone, deceased_at, merged_into, line_id, second_contact)
                VALUES (:id, true, :name, :language, :zone, :deceased, :merged, :line, :contact)
                ON CONFLICT (id) DO UPDATE
                   SET known = true, name = excluded.name, language = excluded.language, zone = excluded.zone,
                       deceased_at = excluded.deceased_at, merged_into = excluded.merged_into, line_id = excluded.line_id,
                       second_contact = excluded.second_contact
                """)
                .param("id", patient.id().value())
                .param("name", name == null ? null : name.sealed(), Types.VARCHAR)
                .param("language", patient.language())
                .param("zone", patient.zone().getId())
                .param("deceased", atOrNull(patient.deceasedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("merged", mergedInto == null ? null : mergedInto.value(), Types.VARCHAR)
                .param("line", line == null ? null : line.value(), Types.OTHER)
                .param("contact", contact == null ? null : contact.sealed(), Types.VARCHAR)
                .update();
    }

    /** These are the numbers in the chart {@code via}, and {@code patient} is who stands behind them. */
    public void map(PatientId via, PatientId patient, Collection<LineId> lines) {
        jdbc.sql("DELETE FROM line_patient WHERE via = :via")
                .param("via", via.value())
                .update();
        jdbc.sql("""
                INSERT INTO line_patient (line_id, patient_id, via)
                SELECT line, :patient, :via FROM unnest(:lines::uuid[]) AS line ON CONFLICT DO NOTHING
                """)
                .param("lines", array(lines))
                .param("patient", patient.value())
                .param("via", via.value())
                .update();
    }

    /** Everything that earlier charts put on {@code from} is now on {@code into}. */
    public void move(PatientId from, PatientId into) {
        jdbc.sql("""
                INSERT INTO line_patient (line_id, patient_id, via)
                SELECT line_id, :into, via FROM line_patient WHERE patient_id = :from ON CONFLICT DO NOTHING
                """).param("from", from.value()).param("into", into.value()).update();
        jdbc.sql("DELETE FROM line_patient WHERE patient_id = :from")
                .param("from", from.value())
                .update();
    }

    /** Every line that a chart or a patient is on. */
    public List<LineId> linesOf(PatientId patient) {
        return jdbc.sql("SELECT DISTINCT line_id FROM line_patient WHERE patient_id = :id OR via = :id")
                .param("id", patient.value())
                .query((row, n) -> line(row, "line_id"))
                .list();
    }
}
