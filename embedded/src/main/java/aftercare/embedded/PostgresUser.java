package aftercare.embedded;

import java.io.IOException;
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

    private final String prefix;

    PostgresUser(String prefix) {
        this.prefix = prefix;
    }

    static PostgresUser find() {
        if (!root()) {
            return SELF;
        }
        if (NAMESPACE.works()) {
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

    /** Makes a file or directory this user's own. */
    void own(Path path) throws IOException {
        if (this == NOBODY) {
            Files.setAttribute(path, "unix:uid", 65534);
            Files.setAttribute(path, "unix:gid", 65534);
        }
    }

    private boolean works() {
        try {
            var process = new ProcessBuilder(command(List.of("true")))
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

    private static boolean root() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer uid && uid == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
