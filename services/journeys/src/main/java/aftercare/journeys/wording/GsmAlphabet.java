package aftercare.journeys.wording;

import java.text.Normalizer;
import java.util.Map;

/** The letters that every phone takes seven bits for (3GPP TS 23.038), and what stands in for others. */
final class GsmAlphabet {
    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "^{}\\[~]|€\f";
    private static final Map<String, String> STAND_INS = Map.ofEntries(
            Map.entry("\u2018", "'"),
            Map.entry("\u2019", "'"),
            Map.entry("\u201C", "\""),
            Map.entry("\u201D", "\""),
            Map.entry("\u00AB", "\""),
            Map.entry("\u00BB", "\""),
            Map.entry("\u2010", "-"),
            Map.entry("\u2011", "-"),
            Map.entry("\u2013", "-"),
            Map.entry("\u2014", "-"),
            Map.entry("\u2026", "..."),
            Map.entry("\u2022", "-"),
            Map.entry("\u00A0", " "),
            Map.entry("\u202F", " "),
            Map.entry("\t", " "));

    private GsmAlphabet() {}

    /** How many septets a character takes; 0: it is not in the alphabet. */
    static int septets(int character) {
        return BASIC.indexOf(character) >= 0 ? 1 : EXTENDED.indexOf(character) >= 0 ? 2 : 0;
    }

    /** What to write instead; empty: leave it out. */
    static String standIn(int character) {
        var text = Character.toString(character);
        return STAND_INS.getOrDefault(text, letters(text));
    }

    private static String letters(String text) {
        var plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .codePoints()
                .filter(part -> septets(part) == 1)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
