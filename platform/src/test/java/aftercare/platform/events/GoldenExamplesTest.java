package aftercare.platform.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import aftercare.schemas.Event;
import aftercare.schemas.EventCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes over the wire is what the contract shows. */
class GoldenExamplesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static List<Class<? extends Event>> types() {
        return EventCatalog.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void an_example_is_read_whole_and_written_as_it_was(Class<? extends Event> type) {
        var data = example(type).get("data");

        var event = EventJson.read(data.toString().getBytes(UTF_8), type);
        assertThat(JSON.readTree(EventJson.write(event))).isEqualTo(data);
    }

    private static JsonNode example(Class<? extends Event> type) {
        try (var file = Objects.requireNonNull(type.getResourceAsStream(type.getSimpleName() + ".v1.example.json"))) {
            return JSON.readTree(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
