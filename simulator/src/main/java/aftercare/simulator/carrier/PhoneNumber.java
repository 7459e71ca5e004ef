package aftercare.simulator.carrier;

import java.util.Optional;
import java.util.regex.Pattern;

/** A number in E.164. */
public record PhoneNumber(String e164) {
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{7,14}");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\s().\\-\\u00a0]");

    public PhoneNumber {
        if (!isE164(e164)) {
            throw new IllegalArgumentException("A phone number is + and 8 to 15 digits");
        }
    }

    public static boolean isE164(String value) {
        return E164.matcher(value).matches();
    }

    /** As a person types it: spaces, brackets and dashes are fine, and ten digits are a number of the United States. */
    public static Optional<PhoneNumber> read(String typed) {
        var digits = PUNCTUATION.matcher(typed).replaceAll("");
        var number = switch (digits.length()) {
            case 10 -> digits.startsWith("+") ? digits : "+1" + digits;
            case 11 -> digits.startsWith("1") ? "+" + digits : digits;
            default -> digits;
        };
        return isE164(number) ? Optional.of(new PhoneNumber(number)) : Optional.empty();
    }

    /** Never shows the number (S9). */
    @Override
    public String toString() {
        return "PhoneNumber";
    }
}
