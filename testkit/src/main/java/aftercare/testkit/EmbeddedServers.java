package aftercare.testkit;

import aftercare.embedded.EmbeddedBroker;
import aftercare.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A broker in this JVM and a PostgreSQL beside it, in a temporary directory. */
final class EmbeddedServers implements Servers {
    private final EmbeddedDatabase database;
    private final EmbeddedBroker broker;

    EmbeddedServers() {
        var shared =
                Path.of(System.getProperty("java.io.tmpdir"), "aftercare-tests-" + System.getProperty("user.name"));
        var run = runDirectory(shared);
        database = EmbeddedDatabase.start(run.resolve("postgresql"), shared.resolve("postgresql-18"), 0);
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

    /** The broker ends with the JVM: an orderly stop would only take time. */
    private void stop(Path run) {
        database.close();
        try (var files = Files.walk(run)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path runDirectory(Path shared) {
        try {
            Files.createDirectories(shared);
            return Files.createTempDirectory(shared, "run-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
