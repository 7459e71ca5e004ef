package aftercare.testkit;

import aftercare.embedded.DirectoryInUse;
import aftercare.embedded.EmbeddedBroker;
import aftercare.embedded.EmbeddedDatabase;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.apache.kafka.common.utils.Exit;

/** A broker in this JVM and a PostgreSQL beside it, in a temporary directory. */
final class EmbeddedServers implements Servers {
    private static final String RUN = "run-";
    private static final String DATABASE = "postgresql";
    private static final Duration AN_OLD_RUN = Duration.ofMinutes(15);

    private final EmbeddedDatabase database;
    private final EmbeddedBroker broker;

    EmbeddedServers() {
        var shared =
                Path.of(System.getProperty("java.io.tmpdir"), "aftercare-tests-" + System.getProperty("user.name"));
        var programs = shared.resolve("postgresql-18");
        var run = runDirectory(shared, programs);
        database = EmbeddedDatabase.start(run.resolve(DATABASE), programs, 0);
        broker = EmbeddedBroker.start(run.resolve("kafka"), 0, 0);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(run), "testkit-stop"));
    }

    @Override
    public String description() {
        return "the embedded broker and database, since no Docker engine answers";
    }

    @Override
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public String jdbcUrl() {
        return database.jdbcUrl();
    }

    @Override
    public void createServiceRole(String name, String password) {
        database.createServiceRole(name, password);
    }

    /** The broker ends with the JVM, since an orderly stop would only take time; that its directory goes must not end the JVM with an error. */
    private void stop(Path run) {
        Exit.setHaltProcedure((status, message) -> {});
        Exit.setExitProcedure((status, message) -> {});
        database.close();
        delete(run);
    }

    private static Path runDirectory(Path shared, Path programs) {
        try {
            Files.createDirectories(shared);
            clearAway(shared, programs);
            var run = Files.createTempDirectory(shared, RUN);
            Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwxr-xr-x"));
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Earlier test runs that were killed left their databases running. */
    private static void clearAway(Path shared, Path programs) throws IOException {
        try (var runs = Files.newDirectoryStream(shared, RUN + "*")) {
            for (var run : runs) {
                if (Files.getLastModifiedTime(run)
                        .toInstant()
                        .isBefore(Instant.now().minus(AN_OLD_RUN))) {
                    clearAwayUnlessInUse(run, programs);
                }
            }
        }
    }

    private static void clearAwayUnlessInUse(Path run, Path programs) {
        try {
            EmbeddedDatabase.stopOrphan(run.resolve(DATABASE), programs);
            delete(run);
        } catch (DirectoryInUse e) {
            // A run that goes on.
        }
    }

    private static void delete(Path tree) {
        try (var files = Files.walk(tree)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
