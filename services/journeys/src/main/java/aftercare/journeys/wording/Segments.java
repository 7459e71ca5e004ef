package aftercare.journeys.wording;

import java.util.function.IntUnaryOperator;

/**
 * What a text costs on its way: its encoding and the parts that a carrier cuts it into. One character outside the GSM alphabet turns the
 * whole text into UCS-2.
 *
 * @param length in septets for GSM-7, in UTF-16 units for UCS-2
 * @param count the parts, each of which is paid for
 */
public record Segments(Encoding encoding, int length, int count) {
    /** As many as a text of ours may take. */
    public static final int MOST = 2;

    /** The two encodings of SMS, with what fits into a text of one part and into a part of several. */
    public enum Encoding {
        GSM_7("GSM-7", 160, 153),
        UCS_2("UCS-2", 70, 67);

        private final String spoken;
        private final int alone;
        private final int part;

        Encoding(String spoken, int alone, int part) {
            this.spoken = spoken;
            this.alone = alone;
            this.part = part;
        }

        /** What so many parts hold. */
        public int room(int parts) {
            return parts == 1 ? alone : parts * part;
        }

        @Override
        public String toString() {
            return spoken;
        }
    }

    /** A text whose variables are filled in. */
    public static Segments of(String text) {
        boolean gsm = text.codePoints().allMatch(character -> GsmAlphabet.septets(character) > 0);
        return gsm ? cut(text, Encoding.GSM_7, GsmAlphabet::septets) : cut(text, Encoding.UCS_2, Character::charCount);
    }

    /** A character that takes two places is never cut in half: it begins the next part. */
    private static Segments cut(String text, Encoding encoding, IntUnaryOperator places) {
        int length = text.codePoints().map(places).sum();
        if (length <= encoding.alone) {
            return new Segments(encoding, length, text.isEmpty() ? 0 : 1);
        }
        int parts = 1;
        int used = 0;
        for (int character : text.codePoints().toArray()) {
            int taken = places.applyAsInt(character);
            if (used + taken > encoding.part) {
                parts++;
                used = 0;
            }
            used += taken;
        }
        return new Segments(encoding, length, parts);
    }

    public boolean fit() {
        return count >= 1 && count <= MOST;
    }
}
