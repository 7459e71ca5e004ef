package aftercare.embedded;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once into a directory that data directories may share. */
final class PostgresBinaries {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final String COMPLETE = "unpacked";

    private PostgresBinaries() {}

    /** Returns the directory that holds {@code initdb}, {@code pg_ctl} and {@code postgres}; waits for whoever is unpacking them. */
    static synchronized Path in(Path directory) {
        try {
            Files.createDirectories(directory);
            try (var channel = FileChannel.open(directory.resolve("lock"), CREATE, WRITE);
                    var _ = channel.lock()) {
                if (!Files.exists(directory.resolve(COMPLETE))) {
                    unpack(directory);
                    Files.createFile(directory.resolve(COMPLETE));
                }
            }
            return directory.resolve("bin");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(Path directory) throws IOException {
        var packed = PostgresBinaries.class.getResourceAsStream(ARCHIVE);
        if (packed == null) {
            throw new FileNotFoundException("No PostgreSQL for this machine is on the class path: " + ARCHIVE);
        }
        try (var archive = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                unpack(archive, entry, directory);
            }
        }
    }

    private static void unpack(TarArchiveInputStream archive, TarArchiveEntry entry, Path directory)
            throws IOException {
        var target = entry.resolveIn(directory);
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.deleteIfExists(target);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(archive, target, StandardCopyOption.REPLACE_EXISTING);
        var runs = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
