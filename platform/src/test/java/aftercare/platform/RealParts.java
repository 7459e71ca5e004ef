package aftercare.platform;

import aftercare.embedded.EmbeddedBroker;
import aftercare.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** One broker and one database for all tests of this process. */
public final class RealParts {
    private static final Path HOME = newHome();

    private RealParts() {}

    private static final class TheBroker {
        static final EmbeddedBroker BROKER = closedAtExit(EmbeddedBroker.start(HOME.resolve("kafka"), 0, 0));
    }

    private static final class TheDatabase {
        static final EmbeddedDatabase DATABASE =
                closedAtExit(EmbeddedDatabase.start(HOME.resolve("data"), Path.of("target", "postgresql"), 0));
    }

    private static Path newHome() {
        try {
            return Files.createTempDirectory(
                    Files.createDirectories(Path.of("target", "real-parts").toAbsolutePath()), "run");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T extends AutoCloseable> T closedAtExit(T part) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }));
        return part;
    }

    public static String bootstrapServers() {
        return TheBroker.BROKER.bootstrapServers();
    }

    public static EmbeddedDatabase database() {
        return TheDatabase.DATABASE;
    }

    /** A name that no other test has, for a service, a key or a consumer. */
    public static String freshName(String start) {
        return start + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    public static Path freshDirectory() {
        return HOME.resolve(freshName("d"));
    }
}
