package aftercare.journeys.wording;

import java.util.Optional;

/** What fits into two SMS segments of the GSM alphabet. */
public final class SmsLength {
    public static final int TWO_SEGMENTS = Segments.Encoding.GSM_7.room(Segments.MOST);

    private SmsLength() {}

    /** The first character that is not in the GSM alphabet. */
    public static Optional<String> firstForeign(String text) {
        return text.codePoints()
                .filter(character -> GsmAlphabet.septets(character) == 0)
                .mapToObj(Character::toString)
                .findFirst();
    }

    /** Length in septets, or in UTF-16 units where a character is foreign. */
    public static int of(String text) {
        return Segments.of(text).length();
    }
}
