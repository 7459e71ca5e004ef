package aftercare.escalation.alarms;

import aftercare.platform.sealing.Sealer;
import aftercare.platform.sealing.Sealer.SealBroken;
import aftercare.schemas.Sealed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Whom to tell when nothing else works: the operator's and the director's numbers, in memory and in a sealed file. */
@Component
class LastResort {
    private static final Logger log = LoggerFactory.getLogger(LastResort.class);
    private static final String RECORD = "last-resort";
    private static final String FIELD = "numbers";

    private final Sealer sealer;
    private final AlarmSettings settings;
    private volatile List<String> numbers = List.of();

    LastResort(Sealer sealer, AlarmSettings settings) {
        this.sealer = sealer;
        this.settings = settings;
        this.numbers = read();
    }

    List<String> numbers() {
        return numbers;
    }

    void keep(List<String> contacts) {
        numbers = List.copyOf(contacts);
        write(contacts);
    }

    private List<String> read() {
        var file = settings.lastResortFile();
        if (file == null || !Files.exists(file)) {
            return List.of();
        }
        try {
            return sealer.open(new Sealed(Files.readString(file).strip()), RECORD, FIELD)
                    .lines()
                    .toList();
        } catch (IOException | SealBroken e) {
            log.atError().log("The last-resort file can't be read and is written again once staff are known");
            return List.of();
        }
    }

    /** A reader sees the old file or the new one, never half of it. */
    private void write(List<String> contacts) {
        var file = settings.lastResortFile();
        if (file == null) {
            log.atWarn().log("escalation.last-resort-file is not set: the contacts for alarms are kept in memory only");
            return;
        }
        var sealed = sealer.seal(String.join("\n", contacts), RECORD, FIELD).sealed();
        try {
            var whole = file.toAbsolutePath();
            Files.createDirectories(parentOf(whole));
            var fresh = Files.createTempFile(parentOf(whole), "last-resort", ".new");
            Files.writeString(fresh, sealed);
            Files.move(fresh, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path parentOf(Path file) {
        return Objects.requireNonNull(file.getParent());
    }
}
