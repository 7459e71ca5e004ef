package aftercare.journeys.definition;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/** How single values are written in a journey. */
final class Spellings {
    private Spellings() {}

    static String word(String text) {
        if (!text.matches("[A-Za-z0-9_-]{1,40}")) {
            throw new IllegalArgumentException("is no id of letters, digits, - and _");
        }
        return text;
    }

    static String language(String text) {
        if (!text.matches("[a-z]{2,3}")) {
            throw new IllegalArgumentException("is no language code such as en");
        }
        return text;
    }

    static Duration span(String text) {
        var span = Duration.parse(text);
        if (span.isNegative()) {
            throw new IllegalArgumentException("is negative");
        }
        return span;
    }

    /** Whole days as days: {@code P14D} is easier to read than {@code PT336H}. */
    static String iso(Duration span) {
        return !span.isZero() && span.equals(Duration.ofDays(span.toDays()))
                ? "P" + span.toDays() + "D"
                : span.toString();
    }

    static Function<String, Integer> between(int lowest, int highest) {
        return text -> {
            int number = Fields.whole().apply(text);
            if (number < lowest || number > highest) {
                throw new IllegalArgumentException("is not from " + lowest + " to " + highest);
            }
            return number;
        };
    }

    /** {@code MON} to {@code SUN}. */
    static DayOfWeek day(String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day(day).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("is none of MON, TUE, WED, THU, FRI, SAT, SUN"));
    }

    static String day(DayOfWeek day) {
        return day.name().substring(0, 3).toUpperCase(Locale.ROOT);
    }

    /** A span of a repetition or a reminder, which counts forward. */
    static Offset forward(String text) {
        var offset = Offset.parse(text);
        if (offset.isNegative() || offset.isZero()) {
            throw new IllegalArgumentException("does not count forward");
        }
        if (offset.time() == null || offset.days() == 0) {
            return offset;
        }
        throw new IllegalArgumentException("is neither whole days such as P7D nor hours such as PT6H");
    }
}
