package aftercare.journeys.definition;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far from its anchor a touchpoint lies. Days are calendar days where the patient lives. Without a {@code time} the offset names a
 * day and the text goes when that day's window opens; with one it names an instant.
 */
public record Offset(int days, @Nullable Duration time) {
    private static final Pattern ISO =
            Pattern.compile("(-)?P(?:(\\d{1,4})D)?(?:(T)(?:(\\d{1,4})H)?(?:(\\d{1,4})M)?(?:0S)?)?");

    /**
     * Reads {@code -P6D}, {@code PT3H}, {@code P1DT30M}.
     *
     * @throws IllegalArgumentException when it is none of these
     */
    public static Offset parse(String iso) {
        var matcher = ISO.matcher(iso);
        if (!matcher.matches() || iso.endsWith("P") || iso.endsWith("T")) {
            throw new IllegalArgumentException("is no offset such as -P6D, PT3H or P1DT30M");
        }
        int sign = matcher.group(1) == null ? 1 : -1;
        return new Offset(sign * number(matcher, 2), matcher.group(3) == null ? null : time(matcher, sign));
    }

    private static Duration time(Matcher matcher, int sign) {
        return Duration.ofHours(number(matcher, 4))
                .plusMinutes(number(matcher, 5))
                .multipliedBy(sign);
    }

    private static int number(Matcher matcher, int group) {
        var digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** So many times further. */
    public Offset plus(Offset step, int times) {
        var stepTime = step.time == null ? null : step.time.multipliedBy(times);
        return new Offset(
                days + step.days * times, time == null ? stepTime : stepTime == null ? time : time.plus(stepTime));
    }

    public boolean isNegative() {
        return days < 0 || (time != null && time.isNegative());
    }

    public boolean isZero() {
        return days == 0 && (time == null || time.isZero());
    }

    /** As {@link #parse} reads it. */
    public String iso() {
        var span = new StringBuilder(isNegative() ? "-P" : "P");
        if (days != 0 || time == null) {
            span.append(Math.abs(days)).append('D');
        }
        if (time != null) {
            span.append(time.abs().toString().substring(1));
        }
        return span.toString();
    }

    @Override
    public String toString() {
        return time == null ? days + " d" : days == 0 ? time.toString() : days + " d " + time;
    }
}
