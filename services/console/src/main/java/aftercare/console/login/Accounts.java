package aftercare.console.login;

import aftercare.platform.access.Role;
import aftercare.schemas.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The logins. */
@Repository
class Accounts {
    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> byId(String staffId) {
        return jdbc.sql("SELECT staff_id, name, password_hash, roles FROM account WHERE staff_id = :id")
                .param("id", staffId)
                .query(Accounts::toAccount)
                .optional();
    }

    boolean isEmpty() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM account)")
                .query(Boolean.class)
                .single();
    }

    /** Leaves an account that exists already as it is. */
    void add(Account account) {
        jdbc.sql("""
                INSERT INTO account (staff_id, name, password_hash, roles) VALUES (:id, :name, :hash, :roles)
                ON CONFLICT DO NOTHING
                """)
                .param("id", account.staffId())
                .param("name", account.name().sealed())
                .param("hash", account.passwordHash())
                .param("roles", account.roles().stream().map(Role::name).toArray(String[]::new))
                .update();
    }

    void change(String staffId, Sealed name, Set<Role> roles) {
        jdbc.sql("UPDATE account SET name = :name, roles = :roles WHERE staff_id = :id")
                .param("name", name.sealed())
                .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .param("id", staffId)
                .update();
    }

    void remove(String staffId) {
        jdbc.sql("DELETE FROM account WHERE staff_id = :id")
                .param("id", staffId)
                .update();
    }

    private static Account toAccount(ResultSet row, int number) throws SQLException {
        var roles = Stream.of((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
        return new Account(
                row.getString("staff_id"), new Sealed(row.getString("name")), row.getString("password_hash"), roles);
    }
}
