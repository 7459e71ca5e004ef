package aftercare.escalation.oncall;

import static aftercare.escalation.columns.Columns.array;
import static aftercare.escalation.columns.Columns.textOrNull;
import static aftercare.escalation.columns.Columns.texts;
import static aftercare.escalation.columns.Columns.uuid;

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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Everyone who works here, and the answering services. */
@Repository
public class StaffRoster {
    private static final String STAFF = """
            SELECT s.id, s.name, s.roles, m.id AS method, m.address
              FROM staff s
              LEFT JOIN LATERAL (SELECT id, address FROM contact_method
                                  WHERE staff_id = s.id AND kind = 'SMS'
                                  ORDER BY verified_at DESC NULLS LAST, added_at DESC, id LIMIT 1) m ON true
            """;

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Contacts contacts;
    private final Facts facts;
    private final ApplicationEventPublisher events;

    StaffRoster(JdbcClient jdbc, Sealer sealer, Contacts contacts, Facts facts, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.contacts = contacts;
        this.facts = facts;
        this.events = events;
    }

    public List<Staff> all() {
        return jdbc.sql(STAFF + "WHERE s.id NOT LIKE 'answering:%' ORDER BY s.id")
                .query(this::toStaff)
                .list();
    }

    public List<Staff> answeringServices() {
        return jdbc.sql(STAFF + "WHERE s.id LIKE 'answering:%' ORDER BY s.id")
                .query(this::toStaff)
                .list();
    }

    public Optional<Staff> find(StaffId id) {
        return jdbc.sql(STAFF + "WHERE s.id = :id")
                .param("id", id.value())
                .query(this::toStaff)
                .optional();
    }

    /** Whose verified number for texts this is. */
    public Optional<Staff> withNumber(String number) {
        return contacts.owner(ContactKind.SMS, number).flatMap(this::find);
    }

    /** What colleagues call them; the bare id of one who is not on the roster. */
    public String calledName(StaffId id) {
        return find(id).map(Staff::calledName).orElse(id.value());
    }

    /** Name and roles; how they are reached is entered on its own. */
    @Transactional
    public void put(Staff staff, String by, Instant now) {
        jdbc.sql("""
                INSERT INTO staff (id, name, roles) VALUES (:id, :name, :roles)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, roles = excluded.roles
                """)
                .param("id", staff.id().value())
                .param("name", sealer.seal(staff.name(), staff.id(), "name").sealed())
                .param("roles", array(staff.roles()))
                .update();
        facts.record(now, by, "StaffChanged", "staff/" + staff.id(), Map.of("roles", rolesOf(staff)));
        Facts.afterCommit(() -> events.publishEvent(new StaffChanged()));
    }

    private static String rolesOf(Staff staff) {
        return staff.roles().stream().map(Role::name).sorted().collect(Collectors.joining(","));
    }

    private Staff toStaff(ResultSet row, int n) throws SQLException {
        var id = new StaffId(row.getString("id"));
        var address = textOrNull(row, "address");
        return new Staff(
                id,
                sealer.open(new Sealed(row.getString("name")), id, "name"),
                address == null ? null : sealer.open(new Sealed(address), uuid(row, "method"), "address"),
                texts(row, "roles").stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet()));
    }
}
