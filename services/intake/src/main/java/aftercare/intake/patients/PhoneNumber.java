package aftercare.intake.patients;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a number as people write it, and makes it E.164; without a country code it is a number of the United States. */
public final class PhoneNumber {
    private static final Pattern PUNCTUATION = Pattern.compile("[\\s().\\-\u2010-\u2015/]|^tel:");
    private static final Pattern NORTH_AMERICAN = Pattern.compile("(?:\\+?1)?([2-9]\\d{2}[2-9]\\d{6})");
    private static final Pattern INTERNATIONAL = Pattern.compile("(?:\\+|011)([2-9]\\d{6,14})");

    private PhoneNumber() {}

    /** Empty when it is no number that a text could be sent to, such as one with an extension. */
    public static Optional<String> inE164(String written) {
        var digits = PUNCTUATION.matcher(written.strip()).replaceAll("");
        var american = NORTH_AMERICAN.matcher(digits);
        if (american.matches()) {
            return Optional.of("+1" + american.group(1));
        }
        var international = INTERNATIONAL.matcher(digits);
        return international.matches() ? Optional.of("+" + international.group(1)) : Optional.empty();
    }
}
