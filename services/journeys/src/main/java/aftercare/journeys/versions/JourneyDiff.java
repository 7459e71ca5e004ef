package aftercare.journeys.versions;

import aftercare.journeys.versions.Difference.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What one version says otherwise than another, field by field; the order of elements and fields says nothing. */
record JourneyDiff(JourneyDocument before, JourneyDocument after) {
    private static final String JOURNEY = "journey";

    List<Difference> differences() {
        var differences = new ArrayList<>(fields(JOURNEY, "the journey itself", before.settings(), after.settings()));
        for (var part : Part.values()) {
            var old = before.elements(part);
            var now = after.elements(part);
            both(old, now).forEach(id -> differences.addAll(element(id, old.get(id), now.get(id))));
        }
        return differences;
    }

    private static LinkedHashSet<String> both(Map<String, ?> one, Map<String, ?> other) {
        var ids = new LinkedHashSet<>(one.keySet());
        ids.addAll(other.keySet());
        return ids;
    }

    private static List<Difference> element(String id, @Nullable JsonNode old, @Nullable JsonNode now) {
        if (now == null) {
            return List.of(new Difference(id, name(id, old), Kind.REMOVED, "", null, null));
        }
        return old == null
                ? List.of(new Difference(id, name(id, now), Kind.ADDED, "", null, null))
                : fields(id, name(id, now), old, now);
    }

    private static String name(String id, @Nullable JsonNode element) {
        return element == null ? id : element.path("name").asString(id);
    }

    private static List<Difference> fields(String id, String name, JsonNode old, JsonNode now) {
        var before = flat(old);
        var after = flat(now);
        return both(before, after).stream()
                .filter(field -> !Objects.equals(before.get(field), after.get(field)))
                .map(field -> new Difference(id, name, Kind.CHANGED, field, before.get(field), after.get(field)))
                .toList();
    }

    private static Map<String, String> flat(JsonNode node) {
        var fields = new LinkedHashMap<String, String>();
        flatten("", node, fields);
        return fields;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> fields) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> flatten(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), fields));
        } else if (node.isArray()) {
            fields.put(
                    path,
                    StreamSupport.stream(node.spliterator(), false)
                            .map(JourneyDiff::line)
                            .collect(Collectors.joining(", ")));
        } else {
            fields.put(path, node.asString(""));
        }
    }

    private static String line(JsonNode node) {
        return node.isContainer() ? node.toString() : node.asString("");
    }
}
