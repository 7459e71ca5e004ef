package aftercare.escalation.oncall;

import static aftercare.escalation.columns.Columns.instantOrNull;
import static aftercare.escalation.columns.Columns.uuid;

import aftercare.platform.sealing.Sealer;
import aftercare.schemas.Sealed;
import aftercare.schemas.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By which ways people can be reached. */
@Repository
public class Contacts {
    private static final String COLUMNS = "SELECT id, staff_id, kind, address, verified_at FROM contact_method ";

    private final JdbcClient jdbc;
    private final Sealer sealer;

    Contacts(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    /** The verified way of this kind; of several the one heard last. */
    public Optional<ContactMethod> of(StaffId staff, ContactKind kind) {
        return all(staff).stream()
                .filter(method -> method.kind() == kind && method.isVerified())
                .findFirst();
    }

    /**
     * The way by which a page to them goes: the verified one or, for a person who has verified nothing at all, whatever is there. Such a
     * person stands on the last rung only.
     */
    public Optional<ContactMethod> toTry(StaffId staff, ContactKind kind) {
        var all = all(staff);
        var verified = all.stream().anyMatch(ContactMethod::isVerified);
        return all.stream()
                .filter(method -> method.kind() == kind && method.isVerified() == verified)
                .findFirst();
    }

    /** Whose verified way this is. An address that nobody has verified belongs to nobody: it may be a patient's, mistyped. */
    public Optional<StaffId> owner(ContactKind kind, String address) {
        return jdbc.sql("""
                SELECT staff_id FROM contact_method
                 WHERE kind = :kind AND address_lookup = :lookup AND verified_at IS NOT NULL
                """)
                .param("kind", kind.name())
                .param("lookup", sealer.lookup(address))
                .query((row, n) -> new StaffId(row.getString("staff_id")))
                .optional();
    }

    /** All ways to reach somebody: verified ones first, of these the one heard last. */
    public List<ContactMethod> all(StaffId staff) {
        return jdbc.sql(COLUMNS + "WHERE staff_id = :staff ORDER BY verified_at DESC NULLS LAST, added_at DESC, id")
                .param("staff", staff.value())
                .query(this::toMethod)
                .list();
    }

    public Optional<ContactMethod> find(UUID id) {
        return jdbc.sql(COLUMNS + "WHERE id = :id")
                .param("id", id)
                .query(this::toMethod)
                .optional();
    }

    /** Whether this number or address is some colleague's, verified or not. */
    public boolean isSomebodys(String address) {
        return !holders(address).isEmpty();
    }

    /** Everybody who has this number or address, verified or not. */
    List<StaffId> holders(String address) {
        return jdbc.sql("SELECT DISTINCT staff_id FROM contact_method WHERE address_lookup = :lookup")
                .param("lookup", sealer.lookup(address))
                .query((row, n) -> new StaffId(row.getString("staff_id")))
                .list();
    }

    /** Of everybody, without an address. */
    Reach reach() {
        var verified = new HashMap<StaffId, Set<ContactKind>>();
        var unverified = new HashMap<StaffId, Set<ContactKind>>();
        jdbc.sql("SELECT staff_id, kind, verified_at IS NOT NULL AS verified FROM contact_method")
                .query((ResultSet row) -> note(row, row.getBoolean("verified") ? verified : unverified));
        return new Reach(verified, unverified);
    }

    private static void note(ResultSet row, Map<StaffId, Set<ContactKind>> ways) throws SQLException {
        ways.computeIfAbsent(new StaffId(row.getString("staff_id")), staff -> EnumSet.noneOf(ContactKind.class))
                .add(ContactKind.valueOf(row.getString("kind")));
    }

    private ContactMethod toMethod(ResultSet row, int n) throws SQLException {
        var id = uuid(row, "id");
        return new ContactMethod(
                id,
                new StaffId(row.getString("staff_id")),
                ContactKind.valueOf(row.getString("kind")),
                sealer.open(new Sealed(row.getString("address")), id, "address"),
                instantOrNull(row, "verified_at"));
    }
}
