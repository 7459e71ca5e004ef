package aftercare.journeys.versions;

import aftercare.journeys.definition.InvalidJourney;
import aftercare.journeys.definition.InvalidJourney.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** A journey's file as a tree: one part of it can be changed while the rest stays as it was written. Never changed itself. */
public final class JourneyDocument {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
            .build();
    private static final String EMPTY = """
            journey: default
            settle: PT10M
            dischargeAfterEnd: PT2H
            dischargeAfterStart: PT3H
            touchpoints: []
            """;
    private static final String ID = "id";

    private final ObjectNode root;

    private JourneyDocument(ObjectNode root) {
        this.root = root;
    }

    /** @throws InvalidJourney when it is no YAML mapping; what its fields are worth is another question */
    static JourneyDocument read(String yaml) {
        try {
            if (YAML.readTree(yaml) instanceof ObjectNode root) {
                return new JourneyDocument(root);
            }
            throw unreadable("is no mapping of fields");
        } catch (JacksonException e) {
            var where = e.getLocation();
            throw unreadable(where == null ? "can't be read" : "can't be read at line " + where.getLineNr());
        }
    }

    /** A journey that says nothing yet. */
    static JourneyDocument empty() {
        return read(EMPTY);
    }

    private static InvalidJourney unreadable(String what) {
        return new InvalidJourney(List.of(new Problem("journey", "yaml", what)));
    }

    public String yaml() {
        return YAML.writeValueAsString(root);
    }

    JsonNode tree() {
        return root.deepCopy();
    }

    /** What changes when anything in it does. */
    String tag() {
        return Tag.of(root);
    }

    /** The elements by id, in the file's order. One without an id goes by its place. */
    public Map<String, JsonNode> elements(Part part) {
        var elements = new LinkedHashMap<String, JsonNode>();
        int place = 1;
        for (var element : root.path(part.field())) {
            elements.putIfAbsent(element.path(ID).asString("number " + place++), element);
        }
        return elements;
    }

    Optional<JsonNode> element(Part part, String id) {
        return Optional.ofNullable(elements(part).get(id));
    }

    /** With this element in the place of the one named, or at the end where there is none. */
    public JourneyDocument with(Part part, String id, ObjectNode element) {
        var all = new ArrayList<JsonNode>();
        elements(part).forEach((other, node) -> all.add(other.equals(id) ? element : node));
        if (element(part, id).isEmpty()) {
            all.add(element);
        }
        return withAll(part, all);
    }

    JourneyDocument without(Part part, String id) {
        return withAll(
                part,
                elements(part).entrySet().stream()
                        .filter(element -> !element.getKey().equals(id))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    private JourneyDocument withAll(Part part, List<JsonNode> elements) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        elements.forEach(list::add);
        var copy = root.deepCopy();
        copy.set(part.field(), list);
        return new JourneyDocument(copy);
    }

    /** Everything above the elements. */
    ObjectNode settings() {
        var settings = root.deepCopy();
        for (var part : Part.values()) {
            settings.remove(part.field());
        }
        return settings;
    }

    JourneyDocument withSettings(ObjectNode settings) {
        var copy = settings.deepCopy();
        for (var part : Part.values()) {
            copy.remove(part.field());
            var elements = root.get(part.field());
            if (elements != null) {
                copy.set(part.field(), elements);
            }
        }
        return new JourneyDocument(copy);
    }

    /** The codes of touchpoints that put an instrument's questions, such as {@code PHQ9}. */
    List<String> asking(String instrument) {
        return elements(Part.TOUCHPOINTS).entrySet().stream()
                .filter(element -> instrument.equals(
                        element.getValue().path("asks").path("instrument").asString("")))
                .map(Map.Entry::getKey)
                .toList();
    }
}
