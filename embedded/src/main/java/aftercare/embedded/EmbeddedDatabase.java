package aftercare.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A PostgreSQL server beside this process, on 127.0.0.1 only and by password only, that syncs each commit to disk. One process at a time
 * works on a directory; a server that a killed process left running is stopped before the next one starts.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    /** The database that the services share, each in its own schema. */
    public static final String DATABASE = "aftercare";

    private static final String SUPERUSER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final DirectoryLock lock;
    private final PostgresUser user;
    private final Path directory;
    private final Path programs;
    private final int port;
    private final String password;

    private EmbeddedDatabase(DirectoryLock lock, PostgresUser user, Path directory, Path programs, int port)
            throws IOException {
        this.lock = lock;
        this.user = user;
        this.directory = directory;
        this.programs = programs;
        this.port = port;
        this.password = superuserPassword();
    }

    /**
     * Starts on what {@code directory} holds, creating it the first time.
     *
     * @param binaries where PostgreSQL's programs are, or get, unpacked
     * @param port 0 for any free one
     * @throws DirectoryInUse when another process works on the directory
     */
    public static EmbeddedDatabase start(Path directory, Path binaries, int port) {
        return start(directory, binaries, port, PostgresUser::find);
    }

    static EmbeddedDatabase start(Path directory, Path binaries, int port, Function<Path, PostgresUser> user) {
        return locked(directory, lock -> {
            var database = database(lock, directory, binaries, port, user);
            database.start();
            return database;
        });
    }

    /**
     * Stops the server that a killed process left running on a directory that nobody will go on with.
     *
     * @throws DirectoryInUse when a process works on the directory
     */
    public static void stopOrphan(Path directory, Path binaries) {
        locked(directory, lock -> {
                    var database = database(lock, directory, binaries, 0, PostgresUser::find);
                    database.stopOrphan();
                    return database;
                })
                .lock
                .close();
    }

    private interface Deed {
        EmbeddedDatabase under(DirectoryLock lock) throws IOException;
    }

    private static EmbeddedDatabase locked(Path directory, Deed deed) {
        var lock = DirectoryLock.take(directory);
        try {
            return deed.under(lock);
        } catch (IOException e) {
            lock.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedDatabase database(
            DirectoryLock lock, Path directory, Path binaries, int port, Function<Path, PostgresUser> user)
            throws IOException {
        var absolute = directory.toAbsolutePath().normalize();
        var programs = PostgresBinaries.in(binaries.toAbsolutePath().normalize());
        return new EmbeddedDatabase(lock, user.apply(absolute), absolute, programs, FreePort.orFree(port));
    }

    public int port() {
        return port;
    }

    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    /** Makes, or gives a new password to, a role that owns the schema of its name and sees no other. */
    public void createServiceRole(String name, String password) {
        roles(DATABASE).createServiceRole(name, password);
    }

    /** Stops the server; open connections are cut. */
    @Override
    public void close() {
        try {
            control("stop", "-m", "fast");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.close();
        }
    }

    private void start() throws IOException {
        stopOrphan();
        user.own(directory);
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            create();
        }
        control("start", "-l", log().toString(), "-o", "-p " + port);
        roles(SUPERUSER).createDatabase(DATABASE);
    }

    private ServiceRoles roles(String database) {
        return new ServiceRoles(jdbcUrl(database), SUPERUSER, password);
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Path log() {
        return directory.resolve("postgresql.log");
    }

    private String superuserPassword() throws IOException {
        var file = directory.resolve("superuser.password");
        if (!Files.exists(file)) {
            var secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        }
        return Files.readString(file).strip();
    }

    private void create() throws IOException {
        run(List.of(
                programs.resolve("initdb").toString(),
                "-D",
                data().toString(),
                "-U",
                SUPERUSER,
                "--pwfile=" + directory.resolve("superuser.password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "full_page_writes=on",
                "-c",
                "max_connections=200",
                "-c",
                "timezone=UTC",
                "-c",
                "log_timezone=UTC",
                // A failed statement's text and the row it failed on may hold a patient's words (S9).
                "-c",
                "log_error_verbosity=terse",
                "-c",
                "log_min_error_statement=panic"));
    }

    /** A killed JVM leaves its server running, maybe on another port and with settings of another version. */
    private void stopOrphan() throws IOException {
        var orphan = orphan();
        if (orphan.isEmpty()) {
            // A number that another program bears by now would keep PostgreSQL from starting.
            Files.deleteIfExists(pidFile());
            return;
        }
        try {
            control("stop", "-m", "fast");
        } catch (IOException e) {
            control("stop", "-m", "immediate");
        }
    }

    private Optional<ProcessHandle> orphan() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        var pid = Files.readAllLines(pidFile()).stream().findFirst().orElse("").strip();
        if (!pid.matches("\\d+")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(pid)).filter(this::servesThisDirectory);
    }

    private boolean servesThisDirectory(ProcessHandle process) {
        try {
            var command = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
            return command.contains("postgres") && command.contains(data().toString());
        } catch (IOException e) {
            return false;
        }
    }

    private Path pidFile() {
        return data().resolve("postmaster.pid");
    }

    private void control(String deed, String... options) throws IOException {
        var command = new ArrayList<>(
                List.of(programs.resolve("pg_ctl").toString(), deed, "-D", data().toString(), "-w", "-t", "60"));
        command.addAll(List.of(options));
        run(command);
    }

    private void run(List<String> program) throws IOException {
        var output = directory.resolve("control.log");
        var process = new ProcessBuilder(user.command(program))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("PostgreSQL did not answer within " + PATIENCE + ". See " + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL was starting or stopping", e);
        }
        if (process.exitValue() != 0) {
            throw new IOException(
                    program.getFirst() + " failed: " + Files.readString(output).strip() + "\nSee " + log());
        }
    }
}
