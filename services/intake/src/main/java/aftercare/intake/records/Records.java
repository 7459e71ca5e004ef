package aftercare.intake.records;

import static java.time.ZoneOffset.UTC;

import aftercare.platform.sealing.Sealer;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.PatientId;
import aftercare.schemas.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The versions themselves, each sealed. */
@Repository
public class Records {
    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final JsonMapper json;

    Records(JdbcClient jdbc, Sealer sealer, JsonMapper json) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.json = json;
    }

    /** How many versions of a record are held. */
    public int revision(RecordKey record) {
        return jdbc.sql("""
                SELECT count(*) FROM record_version WHERE source = :source AND kind = :kind AND record_id = :id
                """)
                .param("source", record.source())
                .param("kind", record.kind())
                .param("id", record.id())
                .query(Integer.class)
                .single();
    }

    /** Keeps a version; empty when it is held already. The caller holds the patient's lock. */
    public <T> Optional<RecordChange> add(
            RecordKey record, PatientId patient, @Nullable AppointmentId appointment, Version<T> version) {
        var words = json.writeValueAsString(version.says());
        var digest = sealer.lookup(words);
        if (holds(record, version.stamp(), digest)) {
            return Optional.empty();
        }
        var id = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO record_version (id, source, kind, record_id, patient_id, appointment_id,
                                            version, updated_at, received_at, digest, says)
                VALUES (:id, :source, :kind, :record, :patient, :appointment, :version, :updated, :received, :digest, :says)
                """)
                .param("id", id)
                .param("source", record.source())
                .param("kind", record.kind())
                .param("record", record.id())
                .param("patient", patient.value())
                .param("appointment", appointment == null ? null : appointment.value())
                .param("version", version.stamp().version())
                .param("updated", at(version.stamp().updatedAt()))
                .param("received", at(version.stamp().receivedAt()))
                .param("digest", digest)
                .param("says", sealer.seal(words, id, "says").sealed())
                .update();
        return Optional.of(new RecordChange(record, version.stamp(), digest, revision(record)));
    }

    private boolean holds(RecordKey record, Stamp stamp, String digest) {
        var question = stamp.isSaidBySource() ? """
                  SELECT EXISTS (SELECT FROM record_version
                   WHERE source = :source AND kind = :kind AND record_id = :id AND digest = :digest
                     AND version IS NOT DISTINCT FROM :version AND updated_at IS NOT DISTINCT FROM :updated)
                  """ : """
                  SELECT coalesce((SELECT digest = :digest FROM record_version
                   WHERE source = :source AND kind = :kind AND record_id = :id
                   ORDER BY arrival DESC LIMIT 1), false)
                  """;
        var ask = jdbc.sql(question)
                .param("source", record.source())
                .param("kind", record.kind())
                .param("id", record.id())
                .param("digest", digest);
        if (stamp.isSaidBySource()) {
            ask = ask.param("version", stamp.version(), Types.VARCHAR)
                    .param("updated", at(stamp.updatedAt()), Types.TIMESTAMP_WITH_TIMEZONE);
        }
        return ask.query(Boolean.class).single();
    }

    /** All versions of all records of a kind that ever spoke of a patient, oldest arrival first, by record. */
    public <T> List<List<Version<T>>> ofPatient(PatientId patient, Set<String> kinds, Class<T> type) {
        return byRecord(jdbc.sql("""
                        SELECT id, source, kind, record_id, version, updated_at, received_at, says FROM record_version
                         WHERE patient_id = :patient AND kind IN (:kinds) ORDER BY arrival
                        """).param("patient", patient.value()).param("kinds", kinds), type);
    }

    /** The same of an appointment; a record that once spoke of it is given with all its versions. */
    public <T> List<List<Version<T>>> ofAppointment(AppointmentId appointment, Set<String> kinds, Class<T> type) {
        return byRecord(jdbc.sql("""
                        SELECT id, source, kind, record_id, version, updated_at, received_at, says FROM record_version
                         WHERE (source, kind, record_id) IN (SELECT source, kind, record_id FROM record_version
                                                              WHERE appointment_id = :appointment AND kind IN (:kinds))
                         ORDER BY arrival
                        """).param("appointment", appointment.value()).param("kinds", kinds), type);
    }

    private <T> List<List<Version<T>>> byRecord(JdbcClient.StatementSpec query, Class<T> type) {
        return query.query((row, number) -> held(row, type)).list().stream()
                .collect(Collectors.groupingBy(
                        Held::record, LinkedHashMap::new, Collectors.mapping(Held::version, Collectors.toList())))
                .values()
                .stream()
                .toList();
    }

    private <T> Held<T> held(ResultSet row, Class<T> type) throws SQLException {
        var stamp = new Stamp(row.getString("version"), instant(row, "updated_at"), received(row));
        var words = sealer.open(new Sealed(row.getString("says")), row.getObject("id", UUID.class), "says");
        var key = new RecordKey(row.getString("source"), row.getString("kind"), row.getString("record_id"));
        return new Held<>(key, new Version<>(stamp, json.readValue(words, type)));
    }

    /** Every patient and appointment that a record, or an appointment's records, ever spoke of. */
    public List<Mention> mentions(RecordKey record, @Nullable AppointmentId appointment) {
        return jdbc.sql("""
                SELECT DISTINCT patient_id, appointment_id FROM record_version
                 WHERE (source = :source AND kind = :kind AND record_id = :id) OR appointment_id = :appointment
                """)
                .param("source", record.source())
                .param("kind", record.kind())
                .param("id", record.id())
                .param("appointment", appointment == null ? null : appointment.value(), Types.VARCHAR)
                .query((row, number) -> new Mention(
                        new PatientId(row.getString("patient_id")),
                        Optional.ofNullable(row.getString("appointment_id")).map(AppointmentId::new)))
                .list();
    }

    /** Who and what a version speaks of. */
    public record Mention(PatientId patient, Optional<AppointmentId> appointment) {}

    private record Held<T>(RecordKey record, Version<T> version) {}

    private static Instant received(ResultSet row) throws SQLException {
        return row.getObject("received_at", OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(UTC);
    }
}
