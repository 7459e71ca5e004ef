package aftercare.simulator.calls;

import static java.time.ZoneOffset.UTC;

import aftercare.platform.sealing.Sealer;
import aftercare.schemas.Sealed;
import aftercare.simulator.carrier.PhoneChanged;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Every call. */
@Component
public class Calls {
    private static final String SELECT = "SELECT c.*, p.number FROM carrier_call c JOIN phone p ON p.id = c.phone_id ";

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    Calls(JdbcClient jdbc, Sealer sealer, JsonMapper json, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.json = json;
        this.events = events;
    }

    void add(Call call) {
        jdbc.sql("""
                INSERT INTO carrier_call (sid, parent_sid, phone_id, line_number, url, callback, tells, status, scene, due_at,
                                          created_at, clinic_at)
                VALUES (:sid, :parent, :phone, :line, :url, :callback, :tells, :status, :scene, :due, :created, :clinicAt)
                """)
                .param("sid", call.sid())
                .param("parent", call.parent())
                .param("phone", call.phoneId())
                .param(
                        "line",
                        sealer.seal(call.line(), call.sid(), "line_number").sealed())
                .param("url", sealed(call.url(), call.sid(), "url"))
                .param("callback", sealed(call.callback(), call.sid(), "callback"))
                .param("tells", call.tells().toArray(String[]::new))
                .param("status", call.progress().name())
                .param("scene", scene(call))
                .param("due", at(call.dueAt()))
                .param("created", at(call.createdAt()))
                .param("clinicAt", at(call.clinicAt()))
                .update();
        events.publishEvent(new PhoneChanged(call.phoneId()));
    }

    void save(Call call) {
        jdbc.sql("""
                UPDATE carrier_call
                   SET status = :status, by_machine = :machine, scene = :scene, due_at = :due, answered_at = :answered, ended_at = :ended
                 WHERE sid = :sid
                """)
                .param("status", call.progress().name())
                .param("machine", call.byMachine())
                .param("scene", scene(call))
                .param("due", at(call.dueAt()))
                .param("answered", at(call.answeredAt()))
                .param("ended", at(call.endedAt()))
                .param("sid", call.sid())
                .update();
        events.publishEvent(new PhoneChanged(call.phoneId()));
    }

    private String scene(Call call) {
        return sealer.seal(json.writeValueAsString(call.scene()), call.sid(), "scene")
                .sealed();
    }

    Optional<Call> find(String sid) {
        return jdbc.sql(SELECT + "WHERE c.sid = :sid")
                .param("sid", sid)
                .query(this::toCall)
                .optional();
    }

    /** The call that a phone rings with or is on. */
    public Optional<Call> on(String phoneId) {
        return jdbc.sql(SELECT + "WHERE c.phone_id = :phone AND c.ended_at IS NULL ORDER BY c.seq LIMIT 1")
                .param("phone", phoneId)
                .query(this::toCall)
                .optional();
    }

    /** A phone's newest calls, newest first. */
    public List<Call> of(String phoneId, int newest) {
        return jdbc.sql(SELECT + "WHERE c.phone_id = :phone ORDER BY c.seq DESC LIMIT :newest")
                .param("phone", phoneId)
                .param("newest", newest)
                .query(this::toCall)
                .list();
    }

    List<Call> live() {
        return jdbc.sql(SELECT + "WHERE c.ended_at IS NULL ORDER BY c.seq")
                .query(this::toCall)
                .list();
    }

    private Call toCall(ResultSet row, int n) throws SQLException {
        var sid = row.getString("sid");
        var phoneId = row.getString("phone_id");
        return new Call(
                sid,
                row.getString("parent_sid"),
                phoneId,
                open(row.getString("number"), phoneId, "number"),
                open(row.getString("line_number"), sid, "line_number"),
                openOrNull(row.getString("url"), sid, "url"),
                openOrNull(row.getString("callback"), sid, "callback"),
                Stream.of((Object[]) row.getArray("tells").getArray())
                        .map(Object::toString)
                        .toList(),
                Progress.valueOf(row.getString("status")),
                row.getBoolean("by_machine"),
                json.readValue(open(row.getString("scene"), sid, "scene"), Scene.class),
                instant(row, "due_at"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "answered_at"),
                instant(row, "ended_at"),
                row.getObject("clinic_at", OffsetDateTime.class).toInstant());
    }

    private String open(String sealed, String record, String field) {
        return sealer.open(new Sealed(sealed), record, field);
    }

    private @Nullable String openOrNull(@Nullable String sealed, String record, String field) {
        return sealed == null ? null : open(sealed, record, field);
    }

    private @Nullable String sealed(@Nullable String value, String record, String field) {
        return value == null ? null : sealer.seal(value, record, field).sealed();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
