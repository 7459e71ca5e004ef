package aftercare.platform.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import aftercare.schemas.Event;
import aftercare.schemas.EventCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What goes over the wire is what the contract shows. */
class GoldenExamplesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One for each version that was ever released. */
    record Example(Class<? extends Event> type, JsonNode data) {
        @Override
        public String toString() {
            return type.getSimpleName();
        }
    }

    static List<Example> examples() {
        return EventCatalog.all().stream()
                .flatMap(type -> Stream.iterate(1, version -> version + 1)
                        .map(version -> type.getSimpleName() + ".v" + version + ".example.json")
                        .takeWhile(name -> type.getResource(name) != null)
                        .map(name -> new Example(type, data(type, name))))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_is_read_whole_and_written_as_it_was(Example example) {
        var event = EventJson.read(example.data().toString().getBytes(UTF_8), example.type());

        var written = (ObjectNode) JSON.readTree(EventJson.write(event));
        written.properties().stream()
                .filter(field -> field.getValue().isNull() && !example.data().has(field.getKey()))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(written::remove);
        assertThat(written).isEqualTo(example.data());
    }

    private static JsonNode data(Class<? extends Event> type, String name) {
        try (var file = Objects.requireNonNull(type.getResourceAsStream(name))) {
            return JSON.readTree(file.readAllBytes()).get("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
