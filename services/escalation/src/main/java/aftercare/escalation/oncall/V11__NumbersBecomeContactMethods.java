package aftercare.escalation.oncall;

import aftercare.platform.sealing.Sealer;
import aftercare.schemas.Sealed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/** Whoever could be paged yesterday can be paged today: each number becomes a verified way for texts and one for calls. In Java, because it is sealed anew. */
@Component
class V11__NumbersBecomeContactMethods extends BaseJavaMigration {
    private final Sealer sealer;

    V11__NumbersBecomeContactMethods(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        try (var staff = connection.createStatement();
                var numbers =
                        staff.executeQuery("SELECT id, number, number_lookup FROM staff WHERE number IS NOT NULL")) {
            while (numbers.next()) {
                var id = numbers.getString("id");
                var number = sealer.open(new Sealed(numbers.getString("number")), id, "number");
                add(connection, id, ContactKind.SMS, number, numbers.getString("number_lookup"));
                add(connection, id, ContactKind.VOICE, number, numbers.getString("number_lookup"));
            }
        }
        try (var drop = connection.createStatement()) {
            drop.execute("ALTER TABLE staff DROP COLUMN number, DROP COLUMN number_lookup");
        }
    }

    private void add(Connection connection, String staff, ContactKind kind, String number, String lookup)
            throws SQLException {
        var id = UUID.randomUUID();
        try (var insert = connection.prepareStatement("""
                INSERT INTO contact_method (id, staff_id, kind, address, address_lookup, verified_at, added_at)
                VALUES (?, ?, ?, ?, ?, now(), now())
                """)) {
            insert.setObject(1, id);
            insert.setString(2, staff);
            insert.setString(3, kind.name());
            insert.setString(4, sealer.seal(number, id, "address").sealed());
            insert.setString(5, lookup);
            insert.executeUpdate();
        }
    }
}
