package aftercare.embedded;

import java.nio.file.Path;

/** Another process works on a data directory. */
public final class DirectoryInUse extends RuntimeException {
    DirectoryInUse(Path directory) {
        super("Another Aftercare is running on " + directory + ". Stop it first, or choose another data directory.");
    }
}
