package aftercare.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** As whom PostgreSQL's programs run: they refuse to run as root. */
enum PostgresUser {
    /** An ordinary user is who they are. */
    SELF(""),
    /** Root in a user namespace of its own has no rights, and that is enough for PostgreSQL; files stay root's. */
    NAMESPACE("unshare -U"),
    /** Where user namespaces are forbidden: nobody. Data and programs must be reachable by and belong to nobody. */
    NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups");

    private static final int NOBODYS_ID = 65534;

    private final String prefix;

    PostgresUser(String prefix) {
        this.prefix = prefix;
    }

    /** Whoever can; a directory that belongs to nobody is nobody's for good. */
    static PostgresUser find(Path directory) {
        if (uid(Path.of("/proc/self")) != 0) {
            return SELF;
        }
        if (uid(directory) != NOBODYS_ID && NAMESPACE.works()) {
            return NAMESPACE;
        }
        if (NOBODY.works()) {
            return NOBODY;
        }
        throw new IllegalStateException(
                "PostgreSQL refuses to run as root, and neither unshare nor setpriv works here. Start as an ordinary user.");
    }

    List<String> command(List<String> program) {
        var command = new ArrayList<>(prefix.isEmpty() ? List.of() : List.of(prefix.split(" ", -1)));
        command.addAll(program);
        return command;
    }

    /** Makes a directory and all in it this user's own, where that is another than who we are. */
    void own(Path directory) throws IOException {
        if (this != NOBODY) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.setAttribute(file, "unix:uid", NOBODYS_ID);
                Files.setAttribute(file, "unix:gid", NOBODYS_ID);
            }
        }
        if (!runs("test", "-w", directory.toString())) {
            throw new IllegalStateException(
                    "PostgreSQL refuses to run as root, and nobody, as whom it runs here, can't reach " + directory
                            + ". Choose a data directory that every user can reach, or start as an ordinary user.");
        }
    }

    private boolean works() {
        return runs("true");
    }

    private boolean runs(String... program) {
        try {
            var process = new ProcessBuilder(command(List.of(program)))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int uid(Path path) {
        try {
            return Files.getAttribute(path, "unix:uid") instanceof Integer uid ? uid : -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
