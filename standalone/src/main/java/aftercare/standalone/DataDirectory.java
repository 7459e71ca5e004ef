package aftercare.standalone;

import aftercare.platform.sealing.Keysets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Properties;

/** Everything one installation keeps: database, broker log, keys and the operator's settings. */
public final class DataDirectory {
    private final Path root;
    private final Mode mode;

    private DataDirectory(Path root, Mode mode) {
        this.root = root;
        this.mode = mode;
    }

    /**
     * Opens the directory, or gives birth to it.
     *
     * @throws CannotStart when it was born in the other mode
     */
    public static DataDirectory open(Path root, Mode mode) {
        var absolute = root.toAbsolutePath().normalize();
        var birth = absolute.resolve("mode");
        try {
            Files.createDirectories(absolute);
            if (Files.notExists(birth)) {
                Files.writeString(birth, mode.property());
            }
            var born = Mode.valueOf(Files.readString(birth).strip().toUpperCase(Locale.ROOT));
            if (born != mode) {
                throw new CannotStart("This data directory was born " + born.property() + " and never changes: "
                        + absolute + ". For " + mode.property() + " use another one with --data.");
            }
        } catch (IOException e) {
            throw new CannotStart("The data directory " + absolute + " can't be used: "
                    + e.getClass().getSimpleName() + ". Give a directory this user may write, with --data.");
        }
        return new DataDirectory(absolute, mode);
    }

    Mode mode() {
        return mode;
    }

    public Path database() {
        return root.resolve("postgresql");
    }

    public Path databasePrograms() {
        return root.resolve("programs");
    }

    public Path broker() {
        return root.resolve("kafka");
    }

    Path endpoints() {
        return root.resolve("endpoints.json");
    }

    Path lastResort() {
        return root.resolve("last-resort.sealed");
    }

    /** The deployment's keyset, made at birth. Without it nothing that lies here can be read. */
    Path keyset() {
        var keyset = root.resolve("secrets").resolve("keyset.json");
        if (Files.notExists(keyset)) {
            secretsDirectory();
            Keysets.generate(keyset);
        }
        return keyset;
    }

    /** A secret of this installation: made at first asking, then always the same. Base64 of 32 random bytes. */
    public String secret(String name) {
        return kept(name, Base64.getEncoder()::encodeToString);
    }

    /** Like {@link #secret}, in the hexadecimal shape of a carrier's account id or token. */
    String hexSecret(String name) {
        return kept(name, bytes -> HexFormat.of().formatHex(bytes, 0, 16));
    }

    /** The operator's settings, from {@code clinic.properties}; empty where there is no such file. */
    Properties settings() {
        var settings = new Properties();
        var file = settingsFile();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                settings.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return settings;
    }

    Path settingsFile() {
        return root.resolve("clinic.properties");
    }

    private interface Form {
        String of(byte[] bytes);
    }

    private String kept(String name, Form form) {
        var file = secretsDirectory().resolve(name);
        try {
            if (Files.notExists(file)) {
                var bytes = new byte[32];
                new SecureRandom().nextBytes(bytes);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, form.of(bytes));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path secretsDirectory() {
        var directory = root.resolve("secrets");
        try {
            if (Files.notExists(directory)) {
                Files.createDirectory(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
