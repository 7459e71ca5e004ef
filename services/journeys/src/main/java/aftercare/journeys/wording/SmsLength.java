package aftercare.journeys.wording;

import java.util.Optional;

/** What fits into two SMS segments of the GSM alphabet. One character outside it would turn the whole text into 70-character segments. */
public final class SmsLength {
    public static final int TWO_SEGMENTS = 306;
    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "^{}\\[~]|€\f";

    private SmsLength() {}

    /** The first character that is not in the GSM alphabet. */
    public static Optional<String> firstForeign(String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .filter(c -> !BASIC.contains(c) && !EXTENDED.contains(c))
                .findFirst();
    }

    /** Length in septets: an extended character counts twice. */
    public static int of(String text) {
        return text.length()
                + (int) text.chars().filter(c -> EXTENDED.indexOf(c) >= 0).count();
    }
}
