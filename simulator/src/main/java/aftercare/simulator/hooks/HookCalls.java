package aftercare.simulator.hooks;

import static java.time.ZoneOffset.UTC;

import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every call that a webhook got. */
@Component
public class HookCalls {
    private static final int SHOWN = 200;

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final MachineClock clock;
    private final ClinicClock clinicClock;
    private final ApplicationEventPublisher events;

    HookCalls(
            JdbcClient jdbc,
            Sealer sealer,
            MachineClock clock,
            ClinicClock clinicClock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.clock = clock;
        this.clinicClock = clinicClock;
        this.events = events;
    }

    void add(String name, String signature, String body) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO hook_call (id, at, clinic_at, name, signature, body)
                VALUES (:id, :at, :clinicAt, :name, :signature, :body)
                """)
                .param("id", id)
                .param("at", clock.instant().atOffset(UTC))
                .param("clinicAt", clinicClock.instant().atOffset(UTC))
                .param("name", sealer.seal(name, id, "name").sealed())
                .param("signature", sealer.seal(signature, id, "signature").sealed())
                .param("body", sealer.seal(body, id, "body").sealed())
                .update();
        events.publishEvent(new HookCalled());
    }

    /** The newest first. */
    public List<HookCall> newest() {
        return jdbc.sql("SELECT * FROM hook_call ORDER BY at DESC, id LIMIT :shown")
                .param("shown", SHOWN)
                .query(this::toCall)
                .list();
    }

    private HookCall toCall(ResultSet row, int n) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new HookCall(
                id,
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("clinic_at", OffsetDateTime.class).toInstant(),
                sealer.open(new Sealed(row.getString("name")), id, "name"),
                sealer.open(new Sealed(row.getString("signature")), id, "signature"),
                sealer.open(new Sealed(row.getString("body")), id, "body"));
    }
}
