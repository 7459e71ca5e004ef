package aftercare.console.journeys;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of a touchpoint or topic as a form shows them; what is not there is empty. Templates call it. */
public record Fields(JsonNode element) {
    private static final Pattern SPAN = Pattern.compile("P(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:0S)?)?");
    private static final Pattern OFFSET = Pattern.compile("(-)?P(?:(\\d+)D)?(?:(T)(?:(\\d+)H)?(?:(\\d+)M)?(?:0S)?)?");

    /** @param unit DAYS, HOURS or MINUTES */
    public record Span(String amount, String unit) {}

    /** @param hours empty where the offset names a day and no hour */
    public record Offset(boolean before, String days, String hours, String minutes) {}

    public record Hours(String from, String to) {}

    public JsonNode at(String path) {
        var node = element;
        for (var name : path.split("\\.", -1)) {
            node = node.path(name);
        }
        return node;
    }

    public String text(String path) {
        return at(path).asString("");
    }

    public boolean has(String path) {
        var node = at(path);
        return !node.isMissingNode() && !node.isNull();
    }

    public boolean yes(String path) {
        return text(path).equals("true");
    }

    public List<String> list(String path) {
        var values = new ArrayList<String>();
        at(path).forEach(value -> values.add(value.asString("")));
        return values;
    }

    public boolean holds(String path, String value) {
        return list(path).contains(value);
    }

    public String joined(String path) {
        return String.join(", ", list(path));
    }

    public Map<String, JsonNode> named(String path) {
        var values = new LinkedHashMap<String, JsonNode>();
        at(path).properties().forEach(field -> values.put(field.getKey(), field.getValue()));
        return values;
    }

    public Hours hours(String path) {
        var parts = text(path).split("-", 2);
        return parts.length == 2 ? new Hours(parts[0], parts[1]) : new Hours("", "");
    }

    public Span span(String path) {
        var matcher = SPAN.matcher(text(path));
        if (!matcher.matches()) {
            return new Span("", "HOURS");
        }
        int days = number(matcher.group(1));
        int hours = number(matcher.group(2));
        int minutes = number(matcher.group(3));
        if (minutes > 0) {
            return new Span(String.valueOf((days * 24 + hours) * 60 + minutes), "MINUTES");
        }
        return hours > 0
                ? new Span(String.valueOf(days * 24 + hours), "HOURS")
                : new Span(String.valueOf(days), "DAYS");
    }

    public Offset offset(String path) {
        var matcher = OFFSET.matcher(text(path));
        if (!has(path) || !matcher.matches()) {
            return new Offset(false, "", "", "");
        }
        boolean exact = matcher.group(3) != null;
        return new Offset(
                matcher.group(1) != null,
                String.valueOf(number(matcher.group(2))),
                exact ? String.valueOf(number(matcher.group(4))) : "",
                exact ? String.valueOf(number(matcher.group(5))) : "");
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
