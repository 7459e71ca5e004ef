package aftercare.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Databases and roles of a PostgreSQL server, by its superuser. */
public final class ServiceRoles {
    private final String jdbcUrl;
    private final String superuser;
    private final String password;

    public ServiceRoles(String jdbcUrl, String superuser, String password) {
        this.jdbcUrl = jdbcUrl;
        this.superuser = superuser;
        this.password = password;
    }

    /** Makes, or gives a new password to, a role that owns the schema of its name and sees no other. */
    public void createServiceRole(String name, String secret) {
        work(connection -> {
            var verb = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name) ? "ALTER" : "CREATE";
            execute(connection, verb + " ROLE %I LOGIN PASSWORD %L", name, secret);
            execute(connection, "CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION %I", name, name);
            execute(connection, "ALTER ROLE %I SET search_path = %I", name, name);
            execute(connection, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
        });
    }

    void createDatabase(String name) {
        work(connection -> {
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                execute(connection, "CREATE DATABASE %I", name);
            }
        });
    }

    private void work(Work work) {
        try (var connection = DriverManager.getConnection(jdbcUrl, superuser, password)) {
            work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused to set up a role or database", e);
        }
    }

    private static boolean exists(Connection connection, String question, String name) throws SQLException {
        try (var query = connection.prepareStatement(question)) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Names and passwords are no parameters in DDL, so PostgreSQL itself quotes them. */
    private static void execute(Connection connection, String template, String... names) throws SQLException {
        String ddl;
        try (var quoting = connection.prepareStatement("SELECT format(?, VARIADIC ?)")) {
            quoting.setString(1, template);
            quoting.setArray(2, connection.createArrayOf("text", names));
            try (var rows = quoting.executeQuery()) {
                rows.next();
                ddl = rows.getString(1);
            }
        }
        try (var statement = connection.createStatement()) {
            statement.execute(ddl);
        }
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }
}
