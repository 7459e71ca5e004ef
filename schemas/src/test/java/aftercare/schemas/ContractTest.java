package aftercare.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every golden example of every released version still reads, and schema and record say the same. */
class ContractTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static Stream<Class<? extends Event>> events() {
        return EventCatalog.all().stream();
    }

    /** An event record and one golden example; there is one per released version. */
    record Golden(Class<? extends Event> event, JsonNode envelope) {
        JsonNode data() {
            return envelope.get("data");
        }

        @Override
        public String toString() {
            return event.getSimpleName();
        }
    }

    static Stream<Golden> goldenExamples() {
        return events().flatMap(event -> {
            var found = Stream.iterate(1, version -> version + 1)
                    .map(version -> exampleOf(event, version))
                    .takeWhile(Optional::isPresent)
                    .map(example -> new Golden(event, example.orElseThrow()))
                    .toList();
            assertThat(found).as("golden examples of %s", event.getSimpleName()).isNotEmpty();
            return found.stream();
        });
    }

    @ParameterizedTest
    @MethodSource("goldenExamples")
    void a_golden_example_is_valid_under_its_schema(Golden golden) {
        assertThat(schemaOf(golden.event()).validate(golden.data())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("goldenExamples")
    void a_golden_example_reads_into_its_record_and_writes_back_the_same(Golden golden) {
        var event = JSON.treeToValue(golden.data(), golden.event());

        assertThat(asOldAs(golden.data(), JSON.valueToTree(event))).isEqualTo(golden.data());
        assertThat(golden.envelope().get("type").stringValue()).isEqualTo(EventCatalog.typeOf(golden.event()));
    }

    @ParameterizedTest
    @MethodSource("goldenExamples")
    void a_reader_ignores_a_field_it_does_not_know(Golden golden) {
        var later = ((ObjectNode) golden.data().deepCopy()).put("addedInALaterVersion", true);

        assertThat(JSON.treeToValue(later, golden.event())).isEqualTo(JSON.treeToValue(golden.data(), golden.event()));
    }

    @ParameterizedTest
    @MethodSource("goldenExamples")
    void a_missing_required_field_breaks_the_schema(Golden golden) {
        for (var field : requireNonNull(schemaJson(golden.event()).get("required"))) {
            var without = ((ObjectNode) golden.data().deepCopy()).without(field.stringValue());

            assertThat(schemaOf(golden.event()).validate(without))
                    .as("%s without %s", golden, field)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_schema_names_every_component_of_its_record(Class<? extends Event> event) {
        var components =
                Stream.of(event.getRecordComponents()).map(c -> c.getName()).toList();

        assertThat(schemaJson(event).get("properties").propertyNames()).containsExactlyInAnyOrderElementsOf(components);
        assertThat(schemaJson(event).get("$id").stringValue())
                .isEqualTo("urn:" + EventCatalog.typeOf(event).replace('.', ':'));
    }

    @Test
    void every_event_and_topic_is_in_the_asyncapi_document() throws IOException {
        var document = Files.readString(Path.of("asyncapi.yaml"));

        assertThat(Topics.ALL).allSatisfy(topic -> assertThat(document).contains("address: " + topic + "\n"));
        assertThat(EventCatalog.all()).allSatisfy(event -> {
            assertThat(document).contains("name: " + EventCatalog.typeOf(event) + "\n");
            assertThat(document)
                    .contains("$ref: src/main/java/" + event.getName().replace('.', '/') + ".schema.json\n");
        });
    }

    @Test
    void an_unknown_type_is_no_event() {
        assertThat(EventCatalog.byType("aftercare.escalation.Forgotten.v1")).isEmpty();
        assertThatThrownBy(() -> EventCatalog.typeOf(Event.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_sealed_value_never_shows_itself() {
        assertThat(List.of(new Sealed("c2VjcmV0")).toString()).doesNotContain("c2VjcmV0");
    }

    /** A field that a later version added is absent in an older example, and written as null. */
    private static JsonNode asOldAs(JsonNode example, JsonNode written) {
        var said = (ObjectNode) written.deepCopy();
        said.properties().stream()
                .filter(field -> field.getValue().isNull() && !example.has(field.getKey()))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(said::remove);
        return said;
    }

    private static Schema schemaOf(Class<? extends Event> event) {
        return SCHEMAS.getSchema(schemaJson(event));
    }

    private static JsonNode schemaJson(Class<? extends Event> event) {
        return read(event, ".schema.json").orElseThrow();
    }

    private static Optional<JsonNode> exampleOf(Class<? extends Event> event, int version) {
        return read(event, ".v" + version + ".example.json");
    }

    private static Optional<JsonNode> read(Class<? extends Event> event, String suffix) {
        try (var resource = event.getResourceAsStream(event.getSimpleName() + suffix)) {
            return resource == null
                    ? Optional.empty()
                    : Optional.of(JSON.readTree(new String(resource.readAllBytes(), UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
