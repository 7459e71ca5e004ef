package aftercare.messaging.lines;

import static aftercare.messaging.columns.Columns.array;
import static aftercare.messaging.columns.Columns.at;
import static aftercare.messaging.columns.Columns.instantOrNull;
import static aftercare.messaging.columns.Columns.intOrNull;
import static aftercare.messaging.columns.Columns.line;
import static aftercare.messaging.columns.Columns.lineOrNull;
import static aftercare.messaging.columns.Columns.patientOrNull;
import static aftercare.messaging.columns.Columns.sealedOrNull;

import aftercare.platform.sealing.Sealer;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Lines and who is behind them. Locks are always taken in one order: lines by id, then patients by id. Every method belongs to the caller's
 * transaction.
 */
@Repository
public class Lines {
    private static final String PATIENTS_OF_LINE = """
            SELECT p.* FROM patient p
             WHERE p.id IN (SELECT patient_id FROM line_patient WHERE line_id = :line)
             ORDER BY p.id
            """;

    private final JdbcClient jdbc;
    private final Sealer sealer;

    Lines(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    /** The line of a number, made where there is none yet. */
    public LineId of(String number, Instant now) {
        var lookup = sealer.lookup(number);
        var id = LineId.random();
        jdbc.sql("""
                INSERT INTO line (id, number_lookup, number, created_at) VALUES (:id, :lookup, :number, :now)
                ON CONFLICT (number_lookup) DO NOTHING
                """)
                .param("id", id.value())
                .param("lookup", lookup)
                .param("number", sealer.seal(number, id, "number").sealed())
                .param("now", at(now))
                .update();
        return jdbc.sql("SELECT id FROM line WHERE number_lookup = :lookup")
                .param("lookup", lookup)
                .query((row, n) -> line(row, "id"))
                .single();
    }

    /** The line of a number somebody looks for; never made. */
    public Optional<LineId> find(String number) {
        return jdbc.sql("SELECT id FROM line WHERE number_lookup = :lookup")
                .param("lookup", sealer.lookup(number))
                .query((row, n) -> line(row, "id"))
                .optional();
    }

    /** A line for a text that came without a sender, so that a human sees it all the same. */
    public LineId nameless(Instant now) {
        var id = LineId.random();
        jdbc.sql("INSERT INTO line (id, created_at) VALUES (:id, :now)")
                .param("id", id.value())
                .param("now", at(now))
                .update();
        return id;
    }

    /** Locks the line and everyone behind it until the end of the transaction, and reads them as they are under the lock. */
    public Line lock(LineId id) {
        jdbc.sql("SELECT id FROM line WHERE id = :line FOR NO KEY UPDATE")
                .param("line", id.value())
                .query((row, n) -> line(row, "id"))
                .single();
        jdbc.sql(PATIENTS_OF_LINE + "FOR NO KEY UPDATE")
                .param("line", id.value())
                .query(Lines::toPatient)
                .list();
        return find(id).orElseThrow();
    }

    /** Locks several lines, and then these patients and everyone behind the lines. */
    public void lock(Collection<LineId> lines, Collection<PatientId> patients) {
        jdbc.sql("SELECT id FROM line WHERE id = ANY(:lines::uuid[]) ORDER BY id FOR NO KEY UPDATE")
                .param("lines", array(lines))
                .query((row, n) -> line(row, "id"))
                .list();
        jdbc.sql("""
                SELECT id FROM patient
                 WHERE id = ANY(:patients) OR id IN (SELECT patient_id FROM line_patient WHERE line_id = ANY(:lines::uuid[]))
                 ORDER BY id FOR NO KEY UPDATE
                """)
                .param("patients", array(patients))
                .param("lines", array(lines))
                .query((row, n) -> row.getString("id"))
                .list();
    }

    /** The line as it stands, without a lock. */
    public Optional<Line> find(LineId id) {
        var patients = jdbc.sql(PATIENTS_OF_LINE)
                .param("line", id.value())
                .query(Lines::toPatient)
                .list();
        return jdbc.sql("SELECT * FROM line WHERE id = :line")
                .param("line", id.value())
                .query((row, n) -> toLine(row, patients))
                .optional();
    }

    public Optional<Patient> patient(PatientId id) {
        return jdbc.sql("SELECT * FROM patient WHERE id = :id")
                .param("id", id.value())
                .query(Lines::toPatient)
                .optional();
    }

    /** Locks a patient, who need not be known yet: an order for a text may come before the chart. */
    public Patient lockPatient(PatientId id) {
        jdbc.sql("INSERT INTO patient (id, known) VALUES (:id, false) ON CONFLICT (id) DO NOTHING")
                .param("id", id.value())
                .update();
        return jdbc.sql("SELECT * FROM patient WHERE id = :id FOR NO KEY UPDATE")
                .param("id", id.value())
                .query(Lines::toPatient)
                .single();
    }

    /** Every patient with a chart, by id. */
    public List<Patient> patients() {
        return jdbc.sql("SELECT * FROM patient WHERE known ORDER BY id")
                .query(Lines::toPatient)
                .list();
    }

    /** Every number a patient may be behind, in the clear. */
    public List<String> numbersOf(PatientId patient) {
        return jdbc.sql(
                        "SELECT DISTINCT l.id, l.number FROM line_patient p JOIN line l ON l.id = p.line_id WHERE p.patient_id = :id AND l.number IS NOT NULL ORDER BY l.id")
                .param("id", patient.value())
                .query((row, n) -> sealer.open(new Sealed(row.getString("number")), line(row, "id"), "number"))
                .list();
    }

    /** The number in the clear: for the carrier, and for staff who may see it. */
    public Optional<String> numberOf(Line line) {
        return Optional.ofNullable(line.number()).map(number -> sealer.open(number, line.id(), "number"));
    }

    /** The carrier says that texts can't reach this number. */
    public void refuse(LineId id, int code, Instant now) {
        jdbc.sql("UPDATE line SET refused_code = :code, refused_at = :now WHERE id = :id")
                .param("code", code)
                .param("now", at(now))
                .param("id", id.value())
                .update();
    }

    /** The number texts: so it can be texted. */
    public void works(LineId id) {
        jdbc.sql("UPDATE line SET refused_code = NULL, refused_at = NULL WHERE id = :id AND refused_code IS NOT NULL")
                .param("id", id.value())
                .update();
    }

    /** What was asked for until {@code at} is not to be sent to this line. */
    public void cancel(LineId id, Instant at) {
        jdbc.sql("UPDATE line SET cancelled_at = greatest(cancelled_at, :at) WHERE id = :id")
                .param("at", at(at))
                .param("id", id.value())
                .update();
    }

    private static Line toLine(ResultSet row, List<Patient> patients) throws SQLException {
        return new Line(
                line(row, "id"),
                sealedOrNull(row, "number"),
                intOrNull(row, "refused_code"),
                instantOrNull(row, "cancelled_at"),
                patients);
    }

    private static Patient toPatient(ResultSet row, int n) throws SQLException {
        return new Patient(
                new PatientId(row.getString("id")),
                row.getBoolean("known"),
                sealedOrNull(row, "name"),
                row.getString("language"),
                ZoneId.of(row.getString("zone")),
                instantOrNull(row, "deceased_at"),
                patientOrNull(row, "merged_into"),
                lineOrNull(row, "line_id"),
                sealedOrNull(row, "second_contact"));
    }
}
