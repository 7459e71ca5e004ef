package aftercare.journeys.definition;

import aftercare.journeys.definition.InvalidJourney.Problem;
import aftercare.journeys.wording.Texts;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one YAML mapping, read one by one. What is wrong is noted under the field's name and reading goes on, so that one import
 * tells everything there is to mend.
 */
final class Fields {
    private final String owner;
    private final String path;
    private final JsonNode node;
    private final List<Problem> problems;
    private final Set<String> known = new LinkedHashSet<>();

    Fields(String owner, String path, JsonNode node, List<Problem> problems) {
        this.owner = owner;
        this.path = path;
        this.node = node;
        this.problems = problems;
    }

    /** A required value; {@code instead} stands in once the problem is noted. */
    <T> T required(String field, Function<String, T> read, T instead) {
        if (!has(field)) {
            problem(field, "is missing");
            return instead;
        }
        return optional(field, read).orElse(instead);
    }

    <T> Optional<T> optional(String field, Function<String, T> read) {
        if (!has(field)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read.apply(scalar(field)));
        } catch (DateTimeException e) {
            problem(field, "is no valid time or span: \"" + scalar(field) + "\"");
        } catch (IllegalArgumentException e) {
            problem(field, e.getMessage() + ": \"" + scalar(field) + "\"");
        }
        return Optional.empty();
    }

    static <E extends Enum<E>> Function<String, E> oneOf(Class<E> type) {
        return text -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("is none of " + Arrays.toString(type.getEnumConstants())));
    }

    static Function<String, Integer> whole() {
        return text -> {
            if (!text.matches("-?\\d{1,6}")) {
                throw new IllegalArgumentException("is no whole number");
            }
            return Integer.valueOf(text);
        };
    }

    static Function<String, Boolean> yesOrNo() {
        return text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("is neither true nor false");
        };
    }

    <T> List<T> list(String field, Function<String, T> read) {
        var values = new ArrayList<T>();
        if (has(field) && !node.get(field).isArray()) {
            problem(field, "is no list");
        } else if (has(field)) {
            for (var element : node.get(field)) {
                try {
                    values.add(read.apply(element.asString("")));
                } catch (IllegalArgumentException e) {
                    problem(field, e.getMessage() + ": \"" + element.asString("") + "\"");
                }
            }
        }
        return values;
    }

    boolean isMapping(String field) {
        return has(field) && node.get(field).isObject();
    }

    /** Whether a field within a mapping is there, whoever reads it. */
    boolean holds(String mapping, String field) {
        return node.path(mapping).hasNonNull(field);
    }

    Optional<Fields> nested(String field) {
        if (!has(field)) {
            return Optional.empty();
        }
        if (!node.get(field).isObject()) {
            problem(field, "is no mapping of fields");
            return Optional.empty();
        }
        return Optional.of(new Fields(owner, path + field + ".", node.get(field), problems));
    }

    /** Every field with its own name, such as answers with their texts. */
    Map<String, Fields> nestedByName() {
        var all = new LinkedHashMap<String, Fields>();
        node.propertyNames().forEach(name -> nested(name).ifPresent(inner -> all.put(name, inner)));
        return all;
    }

    Map<String, String> scalarsByName() {
        var all = new LinkedHashMap<String, String>();
        node.propertyNames().forEach(name -> {
            known.add(name);
            all.put(name, scalar(name));
        });
        return all;
    }

    Optional<Texts> texts(String field) {
        return nested(field).flatMap(Fields::texts);
    }

    Optional<Texts> texts() {
        var texts = scalarsByName();
        if (!texts.containsKey(Texts.ENGLISH)) {
            problem(Texts.ENGLISH, "is missing");
            return Optional.empty();
        }
        return Optional.of(new Texts(texts));
    }

    Iterable<JsonNode> optionalElements(String field) {
        return has(field) ? elements(field) : List.of();
    }

    Iterable<JsonNode> elements(String field) {
        if (!has(field) || !node.get(field).isArray()) {
            problem(field, "is missing or no list");
            return List.of();
        }
        return node.get(field);
    }

    void problem(String field, String what) {
        problems.add(new Problem(owner, path + field, what));
    }

    /** Notes fields that nobody asked for: a misspelt one must not silently do nothing. */
    void refuseUnknown() {
        node.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problem(name, "is unknown here"));
    }

    private boolean has(String field) {
        known.add(field);
        return node.hasNonNull(field);
    }

    private String scalar(String field) {
        return node.get(field).asString("");
    }
}
