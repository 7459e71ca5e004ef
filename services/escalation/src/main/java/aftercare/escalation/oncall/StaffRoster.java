package aftercare.escalation.oncall;

import static aftercare.escalation.columns.Columns.array;
import static aftercare.escalation.columns.Columns.textOrNull;
import static aftercare.escalation.columns.Columns.texts;

import aftercare.escalation.facts.Facts;
import aftercare.platform.access.Role;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.Sealed;
import aftercare.schemas.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Everyone who works here. */
@Repository
public class StaffRoster {
    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Facts facts;
    private final ApplicationEventPublisher events;

    StaffRoster(JdbcClient jdbc, Sealer sealer, Facts facts, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.facts = facts;
        this.events = events;
    }

    public List<Staff> all() {
        return jdbc.sql("SELECT id, name, number, roles FROM staff ORDER BY id")
                .query(this::toStaff)
                .list();
    }

    public Optional<Staff> find(StaffId id) {
        return jdbc.sql("SELECT id, name, number, roles FROM staff WHERE id = :id")
                .param("id", id.value())
                .query(this::toStaff)
                .optional();
    }

    public Optional<Staff> withNumber(String number) {
        return jdbc.sql("SELECT id, name, number, roles FROM staff WHERE number_lookup = :lookup")
                .param("lookup", sealer.lookup(number))
                .query(this::toStaff)
                .optional();
    }

    /** What colleagues call them; the bare id of one who is not on the roster. */
    public String calledName(StaffId id) {
        return find(id).map(Staff::calledName).orElse(id.value());
    }

    @Transactional
    public void put(Staff staff, String by, Instant now) {
        jdbc.sql("""
                INSERT INTO staff (id, name, number, number_lookup, roles)
                VALUES (:id, :name, :number, :lookup, :roles)
                ON CONFLICT (id) DO UPDATE
                   SET name = excluded.name, number = excluded.number,
                       number_lookup = excluded.number_lookup, roles = excluded.roles
                """)
                .param("id", staff.id().value())
                .param("name", sealer.seal(staff.name(), staff.id(), "name").sealed())
                .param("number", sealedOrNull(staff))
                .param("lookup", staff.number() == null ? null : sealer.lookup(staff.number()))
                .param("roles", array(staff.roles()))
                .update();
        facts.record(now, by, "StaffChanged", "staff/" + staff.id(), Map.of("roles", rolesOf(staff)));
        Facts.afterCommit(() -> events.publishEvent(new StaffChanged()));
    }

    private static String rolesOf(Staff staff) {
        return staff.roles().stream().map(Role::name).sorted().collect(Collectors.joining(","));
    }

    private @Nullable String sealedOrNull(Staff staff) {
        return staff.number() == null
                ? null
                : sealer.seal(staff.number(), staff.id(), "number").sealed();
    }

    private Staff toStaff(ResultSet row, int n) throws SQLException {
        var id = new StaffId(row.getString("id"));
        var number = textOrNull(row, "number");
        return new Staff(
                id,
                sealer.open(new Sealed(row.getString("name")), id, "name"),
                number == null ? null : sealer.open(new Sealed(number), id, "number"),
                texts(row, "roles").stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet()));
    }
}
