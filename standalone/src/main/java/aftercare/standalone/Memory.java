package aftercare.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What this process and the database's processes hold, each shared page counted once. */
final class Memory {
    private Memory() {}

    /** MiB by Linux's proportional set size; 0 where the system does not tell. */
    static long heldMebibytes() {
        var self = ProcessHandle.current();
        return Stream.concat(Stream.of(self), self.descendants())
                        .mapToLong(process -> kibibytes(process.pid()))
                        .sum()
                / 1024;
    }

    private static long kibibytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException notTold) {
            return 0;
        }
    }
}
