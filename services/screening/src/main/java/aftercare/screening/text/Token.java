package aftercare.screening.text;

/**
 * A word as it is compared, and where it stands in the original text, in UTF-16 units. A word that comes from an earlier text of the
 * thread has no place.
 */
public record Token(String word, int start, int end) {
    private static final int NOWHERE = -1;

    static Token elsewhere(String word) {
        return new Token(word, NOWHERE, NOWHERE);
    }

    public boolean inOriginal() {
        return start != NOWHERE;
    }

    public boolean isBreak() {
        return switch (word) {
            case ".", "?", "!" -> true;
            default -> false;
        };
    }

    public boolean isMark() {
        return isBreak() || ",".equals(word);
    }

    Token withWord(String other) {
        return new Token(other, start, end);
    }
}
