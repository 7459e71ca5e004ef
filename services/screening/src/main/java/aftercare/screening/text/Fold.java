package aftercare.screening.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** One character without case, accent, width or fancy lettering. Patterns and replies go through the same fold, so they meet. */
public final class Fold {
    private static final int ASCII = 128;
    private static final String SPECIAL = "đøłæœßıȷ’‘ʼ`´＇";
    private static final String[] PLAIN = {"d", "o", "l", "ae", "oe", "ss", "i", "j", "'", "'", "'", "'", "'", "'"};
    private static final List<String> FOLDED_ASCII =
            IntStream.range(0, ASCII).mapToObj(Fold::folded).toList();

    private Fold() {}

    public static String word(String word) {
        var folded = new StringBuilder();
        word.codePoints().forEach(c -> folded.append(codePoint(c)));
        return folded.toString();
    }

    /** Empty for what is invisible or only decorates the letter before it. */
    static String codePoint(int c) {
        return c < ASCII ? FOLDED_ASCII.get(c) : folded(c);
    }

    private static String folded(int c) {
        if (invisible(c)) return "";
        var special = SPECIAL.indexOf(Character.toLowerCase(c));
        if (special >= 0) return PLAIN[special];
        var apart = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
        var plain = latin(apart.codePointAt(0))
                ? strip(apart)
                : Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
        return plain.toLowerCase(Locale.ROOT);
    }

    private static boolean latin(int c) {
        return c < ASCII;
    }

    private static String strip(String apart) {
        return apart.codePoints()
                .filter(c -> c < ASCII)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Zero-width and direction characters, accents of Latin and Arabic, stacked marks; not the vowel signs of Indic scripts. */
    private static boolean invisible(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT
                || (type == Character.CONTROL && c != '\n' && c != '\t' && c != '\r')
                || type == Character.ENCLOSING_MARK
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || c == 0x2800
                || c == 0x3164
                || c == 0x0640
                || (c >= 0x0300 && c <= 0x036F)
                || (c >= 0x0483 && c <= 0x0489)
                || (c >= 0x064B && c <= 0x0652)
                || (c >= 0x1AB0 && c <= 0x1AFF)
                || (c >= 0x1DC0 && c <= 0x1DFF)
                || (c >= 0x20D0 && c <= 0x20FF)
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0x1F3FB && c <= 0x1F3FF);
    }
}
