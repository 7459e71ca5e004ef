package aftercare.console.journeys;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** A journey drawn: a row for each thing that touchpoints count from, days across, and each touchpoint on its day. */
public record Picture(List<Row> rows, List<Chip> topics) {

    /** What touchpoints count from, in the order in which it happens to a patient. */
    private static final Map<String, List<String>> ROWS = new LinkedHashMap<>();

    static {
        ROWS.put("CONSENT", List.of("CONSENT"));
        ROWS.put("BOOKED", List.of("BOOKED", "RESCHEDULED", "CANCELLED"));
        ROWS.put("SESSION", List.of("FIRST_SESSION", "SESSION", "NO_SHOW"));
        ROWS.put("COMPLETED", List.of("COMPLETED"));
        ROWS.put("SERIES", List.of("SERIES"));
        ROWS.put("LAST_SESSION", List.of("LAST_SESSION", "MAINTENANCE_DUE"));
        ROWS.put("ANSWERED", List.of("ANSWERED", "LAST_HEARD", "CASE_CLOSED"));
    }

    /** @param days those on which there is something, from the earliest */
    public record Row(String name, List<Day> days) {}

    public record Day(int number, List<Chip> chips) {
        /** Such as "day 0" and "2 days before". */
        public String words() {
            return number == 0
                    ? "the day itself"
                    : Math.abs(number)
                            + (Math.abs(number) == 1 ? " day " : " days ")
                            + (number < 0 ? "before" : "after");
        }
    }

    /** @param when in the day, in a few characters */
    public record Chip(
            String id, String name, String purpose, String anchor, String when, boolean repeats, boolean asks) {}

    static Picture of(JsonNode journey) {
        var rows = new ArrayList<Row>();
        ROWS.forEach((name, anchors) -> {
            var days = days(journey, anchors);
            if (!days.isEmpty()) {
                rows.add(new Row(name, days));
            }
        });
        var topics = new ArrayList<Chip>();
        journey.path("topics")
                .forEach(topic -> topics.add(new Chip(
                        topic.path("id").asString(""),
                        topic.path("name").asString(""),
                        "EDUCATION",
                        "",
                        "",
                        false,
                        false)));
        return new Picture(rows, topics);
    }

    private static List<Day> days(JsonNode journey, List<String> anchors) {
        var days = new TreeMap<Integer, List<Chip>>();
        journey.path("touchpoints").forEach(touchpoint -> {
            if (anchors.contains(touchpoint.path("anchor").asString(""))) {
                occurrences(touchpoint)
                        .forEach(day -> days.computeIfAbsent(day, none -> new ArrayList<>())
                                .add(chip(touchpoint)));
            }
        });
        return days.entrySet().stream()
                .map(day -> new Day(day.getKey(), day.getValue()))
                .toList();
    }

    private static TreeSet<Integer> occurrences(JsonNode touchpoint) {
        var fields = new Fields(touchpoint);
        var days = new TreeSet<Integer>();
        int day = day(fields, "offset");
        days.add(day);
        int every = day(fields, "every");
        int times = touchpoint.path("times").asInt(1);
        for (int more = 1; every > 0 && more < Math.min(times, 12); more++) {
            days.add(day + more * every);
        }
        return days;
    }

    private static int day(Fields fields, String path) {
        var offset = fields.offset(path);
        int days = offset.days().isEmpty() ? 0 : Integer.parseInt(offset.days());
        return offset.before() ? -days : days;
    }

    private static Chip chip(JsonNode touchpoint) {
        var fields = new Fields(touchpoint);
        return new Chip(
                fields.text("id"),
                fields.text("name"),
                fields.text("purpose"),
                fields.text("anchor"),
                when(fields),
                fields.has("every"),
                fields.has("asks"));
    }

    private static String when(Fields fields) {
        var offset = fields.offset("offset");
        var exact = offset.hours().isEmpty() && offset.minutes().isEmpty()
                ? ""
                : (offset.before() ? "−" : "+")
                        + (offset.hours().equals("0") ? "" : offset.hours() + " h ")
                        + (offset.minutes().equals("0") || offset.minutes().isEmpty()
                                ? ""
                                : offset.minutes() + " min ");
        return (exact.isEmpty() || exact.length() == 1 ? "" : exact.strip() + ", ") + fields.text("window");
    }
}
