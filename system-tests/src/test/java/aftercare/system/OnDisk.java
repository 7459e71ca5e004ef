package aftercare.system;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Everything that lies in a data directory: the files of PostgreSQL and Kafka, and the logs (S9). */
final class OnDisk {
    private OnDisk() {}

    static void holdsNone(Path data, List<String> words) {
        var found = new ArrayList<String>();
        var read = 0;
        try (var files = Files.walk(data)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(path -> !path.startsWith(data.resolve("programs")))
                    .toList()) {
                read++;
                var content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                for (var word : words) {
                    if (content.contains(new String(word.getBytes(UTF_8), StandardCharsets.ISO_8859_1))
                            || content.contains(new String(word.getBytes(UTF_16LE), StandardCharsets.ISO_8859_1))) {
                        found.add(data.relativize(file) + " holds \"" + word + "\"");
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(read).as("files read").isGreaterThan(100);
        assertThat(found).isEmpty();
    }
}
