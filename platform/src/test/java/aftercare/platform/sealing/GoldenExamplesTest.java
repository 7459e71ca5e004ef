package aftercare.platform.sealing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aftercare.schemas.Event;
import aftercare.schemas.EventCatalog;
import aftercare.schemas.Sealed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sealed values of the golden examples open with the published test keyset, each only for its own event and field. */
class GoldenExamplesTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private record Value(UUID event, String field, Sealed sealed) {}

    @Test
    void every_sealed_value_opens_for_its_event_and_field_and_for_no_other() throws Exception {
        var sealer = new TinkSealer(Keysets.parse(resource(EventCatalog.class, "test-keyset.json")));
        var values = new ArrayList<Value>();
        for (var event : EventCatalog.all()) {
            values.addAll(sealedIn(event));
        }

        assertThat(values).hasSizeGreaterThan(5).allSatisfy(value -> {
            assertThat(sealer.open(value.sealed(), value.event(), value.field()))
                    .isNotBlank();
            assertThatThrownBy(() -> sealer.open(value.sealed(), new UUID(0, 0), value.field()))
                    .isInstanceOf(Sealer.SealBroken.class);
            assertThatThrownBy(() -> sealer.open(value.sealed(), value.event(), "another"))
                    .isInstanceOf(Sealer.SealBroken.class);
        });
    }

    private static List<Value> sealedIn(Class<? extends Event> event) throws IOException {
        var values = new ArrayList<Value>();
        for (var version = 1; ; version++) {
            var name = event.getSimpleName() + ".v" + version + ".example.json";
            if (event.getResource(name) == null) {
                return values;
            }
            var example = JSON.readTree(resource(event, name));
            var id = UUID.fromString(example.get("id").stringValue());
            for (var field : example.get("data").properties()) {
                collect(id, field.getKey(), field.getValue(), values);
            }
        }
    }

    /** A field's name, with its index in a list and its name in an object, is what it was sealed for; what a list's item is made of shares its index. */
    private static void collect(UUID event, String field, JsonNode node, List<Value> values) {
        if (node.isObject() && node.has("sealed")) {
            values.add(new Value(event, field, new Sealed(node.get("sealed").stringValue())));
        } else if (node.isArray()) {
            for (var i = 0; i < node.size(); i++) {
                collect(event, field + "/" + i, node.get(i), values);
            }
        } else if (node.isObject()) {
            for (var inner : node.properties()) {
                var isItem = field.matches(".*/[0-9]+");
                collect(event, isItem ? field : field + "/" + inner.getKey(), inner.getValue(), values);
            }
        }
    }

    private static String resource(Class<?> beside, String name) throws IOException {
        try (var resource = requireNonNull(beside.getResourceAsStream(name), name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
