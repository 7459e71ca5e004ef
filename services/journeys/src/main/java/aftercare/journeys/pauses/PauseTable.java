package aftercare.journeys.pauses;

import static java.time.ZoneOffset.UTC;

import aftercare.platform.sealing.Sealer;
import aftercare.schemas.PatientId;
import aftercare.schemas.Sealed;
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

/** Every pause there ever was; reasons are sealed. */
@Repository
class PauseTable {
    private static final String SELECT = """
            SELECT id, scope, patient_id, touchpoint, since, until, reason, paused_by, resumed_by FROM pause
            """;

    private final JdbcClient jdbc;
    private final Sealer sealer;

    PauseTable(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    void add(Pause pause) {
        jdbc.sql("""
                        INSERT INTO pause (id, scope, patient_id, touchpoint, since, until, reason, paused_by)
                        VALUES (:id, :scope, :patient, :touchpoint, :since, :until, :reason, :by)
                        """)
                .param("id", pause.id())
                .param("scope", pause.scope().name())
                .param(
                        "patient",
                        pause.patientId() == null ? null : pause.patientId().value())
                .param("touchpoint", pause.touchpoint())
                .param("since", pause.since().atOffset(UTC))
                .param("until", pause.until() == null ? null : pause.until().atOffset(UTC))
                .param(
                        "reason",
                        sealer.seal(pause.reason(), pause.id(), "reason").sealed())
                .param("by", pause.pausedBy())
                .update();
    }

    Optional<Pause> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(this::toPause)
                .optional();
    }

    /** Those that run or are to come, the newest first. */
    List<Pause> notOver(Instant now) {
        return jdbc.sql(SELECT + "WHERE until IS NULL OR until > :now ORDER BY since DESC, id")
                .param("now", now.atOffset(UTC))
                .query(this::toPause)
                .list();
    }

    /** Those that are over, the last that ended first. */
    List<Pause> over(Instant now, int most) {
        return jdbc.sql(SELECT + "WHERE until <= :now ORDER BY until DESC, id LIMIT :most")
                .param("now", now.atOffset(UTC))
                .param("most", most)
                .query(this::toPause)
                .list();
    }

    void resume(UUID id, String by, Instant now) {
        jdbc.sql("UPDATE pause SET until = greatest(:now, since), resumed_by = :by WHERE id = :id")
                .param("now", now.atOffset(UTC))
                .param("by", by)
                .param("id", id)
                .update();
    }

    private Pause toPause(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var patient = row.getString("patient_id");
        return new Pause(
                id,
                Scope.valueOf(row.getString("scope")),
                patient == null ? null : new PatientId(patient),
                row.getString("touchpoint"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                instant(row, "until"),
                sealer.open(new Sealed(row.getString("reason")), id, "reason"),
                row.getString("paused_by"),
                row.getString("resumed_by"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
