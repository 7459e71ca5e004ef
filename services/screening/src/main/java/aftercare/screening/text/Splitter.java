package aftercare.screening.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a text into folded words, marks and pictures, each with its place. */
final class Splitter {
    private static final Pattern TIME_OR_NUMBER = Pattern.compile("\\d+(?:[.:]\\d+)?");
    private final Spelling spelling;

    Splitter(Spelling spelling) {
        this.spelling = spelling;
    }

    List<Token> split(String text) {
        var tokens = new ArrayList<Token>();
        var word = new StringBuilder();
        int start = 0;
        int end = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            var folded = Fold.codePoint(c);
            var picture = spelling.pictures().get(c);
            if (picture != null) {
                end(tokens, word, start, end);
                tokens.add(new Token(picture, i, next));
            } else if (folded.isEmpty()) {
                // invisible: neither a letter nor a gap
            } else if (alone(c)) {
                end(tokens, word, start, end);
                tokens.add(new Token(folded, i, next));
            } else if (belongsToWord(folded, word, text, next)) {
                if (word.isEmpty()) start = i;
                word.append(folded);
                end = next;
            } else {
                end(tokens, word, start, end);
                mark(tokens, folded, c, i, next);
            }
            i = next;
        }
        end(tokens, word, start, end);
        return tokens;
    }

    private static void end(List<Token> tokens, StringBuilder word, int start, int end) {
        if (word.isEmpty()) return;
        var letters = word.toString();
        word.setLength(0);
        while (!letters.isEmpty() && "'*@$_-".indexOf(letters.charAt(letters.length() - 1)) >= 0)
            letters = letters.substring(0, letters.length() - 1);
        if (!letters.isEmpty()) tokens.add(new Token(letters, start, end));
    }

    /** Signs inside a word stay with it ("su*cide", "don't", "7:30"); at its ends they are marks. */
    private static boolean belongsToWord(String folded, StringBuilder word, String text, int next) {
        char c = folded.charAt(0);
        if (Character.isLetterOrDigit(folded.codePointAt(0))
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK) return true;
        boolean lettersAround =
                !word.isEmpty() && next < text.length() && Character.isLetterOrDigit(text.codePointAt(next));
        return switch (c) {
            case '@', '$' -> next < text.length() && Character.isLetter(text.codePointAt(next));
            case '\'', '*' -> lettersAround;
            case '.', ':' -> lettersAround && digitBefore(word) && Character.isDigit(text.codePointAt(next));
            case '!' -> lettersAround && Character.isLetter(text.codePointAt(next)) && !digitBefore(word);
            default -> false;
        };
    }

    private static boolean digitBefore(StringBuilder word) {
        return TIME_OR_NUMBER.matcher(word).matches();
    }

    private static void mark(List<Token> tokens, String folded, int c, int start, int end) {
        switch (folded.charAt(0)) {
            case '.', ';', '\n', '…', '。', '।' -> add(tokens, ".", start, end);
            case '?', '؟', '¿' -> add(tokens, "?", start, end);
            case '!', '¡' -> add(tokens, "!", start, end);
            case ',', ':', '،', '、', '(', ')', '–', '—' -> add(tokens, ",", start, end);
            case '/' -> add(tokens, "/", start, end);
            case '-' -> add(tokens, "-", start, end);
            default -> {
                if (Character.getType(c) == Character.OTHER_SYMBOL) tokens.add(new Token("xpicture", start, end));
            }
        }
    }

    private static void add(List<Token> tokens, String mark, int start, int end) {
        if (!tokens.isEmpty() && tokens.getLast().word().equals(mark)) return;
        tokens.add(new Token(mark, start, end));
    }

    /** Han and kana are written without gaps: each sign is a word. */
    private static boolean alone(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI -> Character.isLetter(c);
            default -> false;
        };
    }
}
