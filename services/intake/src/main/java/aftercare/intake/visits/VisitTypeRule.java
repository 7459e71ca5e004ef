package aftercare.intake.visits;

import aftercare.schemas.clinic.Route;
import aftercare.schemas.clinic.VisitKind;
import java.util.List;
import java.util.regex.Pattern;

/** Words or codes that show what a visit is for. A word of up to four letters is met whole, a longer one as the start of a word. */
record VisitTypeRule(List<String> match, VisitKind kind, Route route) {
    VisitTypeRule {
        match = List.copyOf(match);
    }

    boolean isMetBy(String text) {
        return match.stream().anyMatch(word -> pattern(word).matcher(text).find());
    }

    private static Pattern pattern(String word) {
        var end = word.length() <= 4 ? "(?![\\p{L}\\p{N}])" : "";
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + end, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
