package aftercare.screening.text;

import java.util.List;
import java.util.regex.Pattern;

/** "4pm" and "10mg" are a number and a word; "2nd" stays one. */
final class NumberWithUnit {
    private static final Pattern PARTS = Pattern.compile(
            "(\\d+(?:[.:]\\d+)?)(|am|pm|a|p|mg|mcg|ml|g|h|hr|hrs|min|mins|st|nd|rd|th|k|x|lb|lbs|kg|ish|days|day|hours|weeks|yrs|yr|yo|oz|ft|s)");

    private NumberWithUnit() {}

    static boolean is(String word) {
        return PARTS.matcher(word).matches();
    }

    static List<String> parts(String word) {
        var parts = PARTS.matcher(word);
        if (!parts.matches() || parts.group(2).isEmpty()) return List.of(word);
        return switch (parts.group(2)) {
            case "st", "nd", "rd", "th" -> List.of("xordinal");
            default -> List.of(parts.group(1), parts.group(2));
        };
    }
}
