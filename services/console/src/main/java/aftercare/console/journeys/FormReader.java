package aftercare.console.journeys;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A form as the file's fields: form fields are named by path, an empty one is a field left out, and what the form does not know of stays.
 * What can't be read goes on as it was typed, so that the service names the field that is wrong.
 */
final class FormReader {
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
    private static final String ON = "true";

    private final MultiValueMap<String, String> form;
    private final ObjectNode tree;

    FormReader(MultiValueMap<String, String> form, ObjectNode base) {
        this.form = form;
        this.tree = base.deepCopy();
    }

    ObjectNode tree() {
        return tree;
    }

    String value(String name) {
        var value = form.getFirst(name);
        return value == null ? "" : value.strip();
    }

    List<String> values(String name) {
        return form.getOrDefault(name, List.of()).stream().map(String::strip).toList();
    }

    FormReader text(String path) {
        return put(path, value(path), words -> parent(path).put(leaf(path), words));
    }

    FormReader number(String path) {
        return put(path, value(path), digits -> {
            if (WHOLE.matcher(digits).matches()) {
                parent(path).put(leaf(path), Integer.parseInt(digits));
            } else {
                parent(path).put(leaf(path), digits);
            }
        });
    }

    /** False is the same as left out. */
    FormReader yes(String path) {
        return put(path, value(path).equals(ON) ? ON : "", on -> parent(path).put(leaf(path), true));
    }

    /** Ticked boxes, or words between commas. */
    FormReader list(String path) {
        var all = values(path).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        return put(path, all.isEmpty() ? "" : ON, any -> parent(path).set(leaf(path), array(all)));
    }

    FormReader numbers(String path) {
        var all = Stream.of(value(path).split(",", -1))
                .map(String::strip)
                .filter(digits -> !digits.isEmpty())
                .toList();
        return put(path, all.isEmpty() ? "" : ON, any -> {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            all.forEach(digits -> {
                if (WHOLE.matcher(digits).matches()) {
                    list.add(Integer.parseInt(digits));
                } else {
                    list.add(digits);
                }
            });
            parent(path).set(leaf(path), list);
        });
    }

    FormReader hours(String path) {
        var from = value(path + ".from");
        var to = value(path + ".to");
        return put(path, from + to, any -> parent(path).put(leaf(path), from + "-" + to));
    }

    FormReader span(String path) {
        var amount = value(path + ".amount");
        return put(
                path,
                amount,
                any -> parent(path)
                        .put(
                                leaf(path),
                                switch (value(path + ".unit")) {
                                    case "DAYS" -> "P" + amount + "D";
                                    case "MINUTES" -> "PT" + amount + "M";
                                    default -> "PT" + amount + "H";
                                }));
    }

    FormReader offset(String path) {
        var days = value(path + ".days");
        var hours = value(path + ".hours");
        var minutes = value(path + ".minutes");
        return put(
                path, days + hours + minutes, any -> parent(path).put(leaf(path), offset(days, hours, minutes, path)));
    }

    private String offset(String days, String hours, String minutes, String path) {
        var sign = value(path + ".side").equals("BEFORE") ? "-" : "";
        if (hours.isEmpty() && minutes.isEmpty()) {
            return sign + "P" + days + "D";
        }
        var time = (hours.isEmpty() || hours.equals("0") ? "" : hours + "H")
                + (minutes.isEmpty() || minutes.equals("0") ? "" : minutes + "M");
        return sign + "P" + (days.isEmpty() || days.equals("0") ? "" : days + "D") + "T"
                + (time.isEmpty() ? "0S" : time);
    }

    /** A mapping from what stands in rows of a form. */
    FormReader mapping(String path, ObjectNode values) {
        return put(path, values.isEmpty() ? "" : ON, any -> parent(path).set(leaf(path), values));
    }

    FormReader without(String path) {
        return put(path, "", any -> {});
    }

    private FormReader put(String path, String value, Consumer<String> set) {
        if (value.isEmpty()) {
            remove(path);
        } else {
            set.accept(value);
        }
        return this;
    }

    private void remove(String path) {
        var holder = holder(path);
        if (holder != null) {
            holder.remove(leaf(path));
            var above = path.lastIndexOf('.');
            if (above > 0 && holder.isEmpty()) {
                remove(path.substring(0, above));
            }
        }
    }

    private @Nullable ObjectNode holder(String path) {
        ObjectNode node = tree;
        for (var name : above(path)) {
            if (!(node.get(name) instanceof ObjectNode next)) {
                return null;
            }
            node = next;
        }
        return node;
    }

    private ObjectNode parent(String path) {
        ObjectNode node = tree;
        for (var name : above(path)) {
            node = node.withObject(name);
        }
        return node;
    }

    private static List<String> above(String path) {
        var names = path.split("\\.", -1);
        return Arrays.asList(names).subList(0, names.length - 1);
    }

    private static String leaf(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static ArrayNode array(List<String> values) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        values.forEach(list::add);
        return list;
    }
}
