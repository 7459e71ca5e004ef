package aftercare.screening.engine;

import aftercare.screening.text.Words;

/** Tells a language that the rules know no more of than explicit risk. */
final class Scripts {
    private Scripts() {}

    /** Letters other than Latin in more than a third of the words. */
    static boolean unread(Words words) {
        long letters = words.tokens().stream()
                .filter(token -> Character.isLetter(token.word().codePointAt(0)))
                .count();
        long foreign = words.tokens().stream()
                .filter(token -> foreign(token.word().codePointAt(0)))
                .count();
        return foreign > 0 && foreign * 3 > letters;
    }

    private static boolean foreign(int c) {
        return Character.isLetter(c) && Character.UnicodeScript.of(c) != Character.UnicodeScript.LATIN;
    }
}
