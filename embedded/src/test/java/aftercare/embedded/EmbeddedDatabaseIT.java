package aftercare.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {
    private static final Path BINARIES = Path.of("target", "postgresql");

    @TempDir
    Path directory;

    @Test
    void a_service_keeps_what_it_wrote_when_the_database_stops_and_starts_on_another_port() throws Exception {
        try (var database = EmbeddedDatabase.start(directory, BINARIES, 0)) {
            database.createServiceRole("letters", "first");
            write(database.jdbcUrl(), "first");
        }
        try (var database = EmbeddedDatabase.start(directory, BINARIES, 0)) {
            database.createServiceRole("letters", "second");
            assertThat(count(database.jdbcUrl(), "second")).isEqualTo(1);
        }
    }

    @Test
    void a_server_orphaned_by_a_kill_is_stopped_and_its_rows_are_kept_on_another_port() throws Exception {
        var child = Child.start(
                LeavesAnOrphan.class,
                directory.toString(),
                BINARIES.toAbsolutePath().toString());
        var orphanPort = Integer.parseInt(child.line("ready "));
        child.kill();
        assertThat(count(url(orphanPort), "secret"))
                .as("the orphan still answers")
                .isEqualTo(1);

        try (var database = EmbeddedDatabase.start(directory, BINARIES, 0)) {
            assertThat(database.port()).isNotEqualTo(orphanPort);
            assertThat(count(database.jdbcUrl(), "secret")).isEqualTo(1);
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> count(url(orphanPort), "secret"));
        }
    }

    @Test
    void a_directory_belongs_to_one_process() throws Exception {
        var child = Child.start(
                LeavesAnOrphan.class,
                directory.toString(),
                BINARIES.toAbsolutePath().toString());
        var port = Integer.parseInt(child.line("ready "));
        try {
            assertThatExceptionOfType(DirectoryInUse.class)
                    .isThrownBy(() -> EmbeddedDatabase.start(directory, BINARIES, 0));
            assertThat(count(url(port), "secret")).as("the first one goes on").isEqualTo(1);
        } finally {
            child.kill();
            EmbeddedDatabase.start(directory, BINARIES, 0).close();
        }
    }

    @Test
    void nobody_connects_without_a_password_and_no_service_reads_another() throws Exception {
        try (var database = EmbeddedDatabase.start(directory, BINARIES, 0)) {
            database.createServiceRole("letters", "secret");
            database.createServiceRole("diaries", "own");
            write(database.jdbcUrl(), "secret");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), "postgres", ""))
                    .withMessageContaining("password");
            try (var connection = DriverManager.getConnection(database.jdbcUrl(), "diaries", "own");
                    var statement = connection.createStatement()) {
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> statement.executeQuery("SELECT * FROM letters.letter"))
                        .withMessageContaining("permission denied");
            }
        }
    }

    @Test
    @EnabledIf("weAreRoot")
    void where_user_namespaces_are_forbidden_root_runs_it_as_nobody() throws Exception {
        var reachable = Files.createTempDirectory("aftercare-nobody");
        Files.setPosixFilePermissions(reachable, PosixFilePermissions.fromString("rwxr-xr-x"));
        var data = reachable.resolve("data");
        try {
            try (var database = EmbeddedDatabase.start(data, reachable.resolve("bin"), 0, _ -> PostgresUser.NOBODY)) {
                database.createServiceRole("letters", "first");
                write(database.jdbcUrl(), "first");
            }
            try (var database = EmbeddedDatabase.start(data, reachable.resolve("bin"), 0)) {
                database.createServiceRole("letters", "second");
                assertThat(count(database.jdbcUrl(), "second")).isEqualTo(1);
            }
        } finally {
            delete(reachable);
        }
    }

    @Test
    void a_left_over_server_is_stopped_without_starting_another() throws Exception {
        var child = Child.start(
                LeavesAnOrphan.class,
                directory.toString(),
                BINARIES.toAbsolutePath().toString());
        var port = Integer.parseInt(child.line("ready "));
        assertThatExceptionOfType(DirectoryInUse.class)
                .isThrownBy(() -> EmbeddedDatabase.stopOrphan(directory, BINARIES));
        child.kill();
        EmbeddedDatabase.stopOrphan(directory, BINARIES);
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> count(url(port), "secret"));
    }

    @Test
    void a_process_id_that_another_program_bears_by_now_is_left_alone() throws Exception {
        EmbeddedDatabase.start(directory, BINARIES, 0).close();
        var us = ProcessHandle.current().pid();
        Files.writeString(directory.resolve("data").resolve("postmaster.pid"), us + "\n" + directory + "\n");
        try (var database = EmbeddedDatabase.start(directory, BINARIES, 0)) {
            assertThat(database.port()).isPositive();
        }
    }

    static boolean weAreRoot() throws IOException {
        return Objects.equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"), 0);
    }

    private static void delete(Path tree) throws IOException {
        try (var files = Files.walk(tree)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> assertThat(file.toFile().delete()).isTrue());
        }
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + EmbeddedDatabase.DATABASE;
    }

    static void write(String url, String password) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "letters", password);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE letter (id int)");
            statement.execute("INSERT INTO letter VALUES (1)");
        }
    }

    private static int count(String url, String password) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "letters", password);
                var rows = connection.createStatement().executeQuery("SELECT count(*) FROM letter")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Runs in a JVM of its own, that is killed. */
    static final class LeavesAnOrphan {
        private LeavesAnOrphan() {}

        public static void main(String[] arguments) throws Exception {
            var database = EmbeddedDatabase.start(Path.of(arguments[0]), Path.of(arguments[1]), 0);
            database.createServiceRole("letters", "secret");
            write(database.jdbcUrl(), "secret");
            Child.ready("ready " + database.port());
        }
    }
}
