package aftercare.console.patients;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A journey's rule as people say it. A part that is new here is shown as it came. */
final class RuleWords {
    private static final Pattern FIRST = Pattern.compile("([A-Z_]+) (?:(-?\\d+) d)? ?(-?PT[0-9HMS-]+)?");
    private static final Pattern HOURS = Pattern.compile("(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");
    private static final Map<String, String> ANCHORS = Map.ofEntries(
            Map.entry("CONSENT", "the patient agreed to texts"),
            Map.entry("BOOKED", "the visit was booked"),
            Map.entry("RESCHEDULED", "the visit was moved"),
            Map.entry("CANCELLED", "the visit was cancelled"),
            Map.entry("NO_SHOW", "the patient did not come"),
            Map.entry("FIRST_SESSION", "the first session begins"),
            Map.entry("SESSION", "the session begins"),
            Map.entry("COMPLETED", "the patient went home"),
            Map.entry("SERIES", "the series began"),
            Map.entry("LAST_SESSION", "the last session of the series"),
            Map.entry("MAINTENANCE_DUE", "the next visit is due"),
            Map.entry("ANSWERED", "the answer to an earlier question"),
            Map.entry("LAST_HEARD", "the patient last wrote"),
            Map.entry("CASE_CLOSED", "the case was closed"));

    private RuleWords() {}

    static String of(String rule) {
        return Arrays.stream(rule.split(", ")).map(RuleWords::part).collect(Collectors.joining("; "));
    }

    private static String part(String part) {
        if (part.startsWith("presumed ")) {
            return "or " + offset(part.substring("presumed ".length())) + " the hour at which a discharge is presumed";
        }
        if (part.startsWith("else next day ")) {
            return "else the next day " + hours(part.substring("else next day ".length()));
        }
        return switch (part) {
            case "once per PATIENT" -> "once for a patient";
            case "once per DAY" -> "once for a visit's day";
            case "once per START" -> "once for each time that a visit is given";
            default ->
                part.startsWith("every ") ? every(part) : HOURS.matcher(part).matches() ? hours(part) : first(part);
        };
    }

    private static String first(String part) {
        var matcher = FIRST.matcher(part);
        if (!matcher.matches()) {
            return part;
        }
        var anchor = ANCHORS.getOrDefault(matcher.group(1), matcher.group(1).toLowerCase(java.util.Locale.ROOT));
        return offset(part.substring(matcher.group(1).length() + 1)) + " " + anchor;
    }

    /** "6 days before", "3 h after", "on the day that". */
    private static String offset(String offset) {
        var matcher = FIRST.matcher("X " + offset);
        if (!matcher.matches()) {
            return offset + " after";
        }
        int days = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        var time = matcher.group(3) == null ? null : Duration.parse(matcher.group(3));
        if (days == 0 && time == null) {
            return "on the day that";
        }
        if (days == 0 && time != null && time.isZero()) {
            return "when";
        }
        var spans = (days == 0 ? "" : Math.abs(days) == 1 ? "1 day" : Math.abs(days) + " days")
                + (time == null || time.isZero() ? "" : (days == 0 ? "" : " and ") + span(time.abs()));
        return spans + (days < 0 || (time != null && time.isNegative()) ? " before" : " after");
    }

    private static String span(Duration time) {
        return time.toHours() == 0
                ? time.toMinutes() + " min"
                : time.toHours() + " h" + (time.toMinutesPart() == 0 ? "" : " " + time.toMinutesPart() + " min");
    }

    private static String every(String part) {
        var span = part.substring("every ".length());
        if (!span.matches("P\\d+[DW]")) {
            return part;
        }
        int count = Integer.parseInt(span.substring(1, span.length() - 1));
        int days = span.endsWith("W") ? 7 * count : count;
        return days == 1 ? "every day" : "every " + days + " days";
    }

    private static String hours(String part) {
        return part.replaceAll(HOURS.pattern(), "between $1 and $2");
    }
}
