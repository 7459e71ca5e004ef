package aftercare.screening.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text as words, with the line that patterns are matched against: every word stands between single blanks. */
public final class Words {
    private final List<Token> tokens;
    private final String line;
    private final int[] starts;

    public Words(List<Token> tokens) {
        this.tokens = List.copyOf(tokens);
        this.starts = new int[tokens.size()];
        var joined = new StringBuilder(" ");
        for (int i = 0; i < tokens.size(); i++) {
            starts[i] = joined.length();
            joined.append(tokens.get(i).word()).append(' ');
        }
        this.line = joined.toString();
    }

    public List<Token> tokens() {
        return tokens;
    }

    public String line() {
        return line;
    }

    /** Index of the word that holds the line's character at {@code position}, or of the next one. */
    public int tokenAt(int position) {
        int i = 0;
        while (i < starts.length && starts[i] + tokens.get(i).word().length() <= position) i++;
        return i;
    }

    /** Where the words {@code from} (inclusive) to {@code to} (exclusive) stand in the original, or null when none of them does. */
    public @Nullable Place place(int from, int to) {
        int start = Integer.MAX_VALUE;
        int end = -1;
        for (var token : tokens.subList(from, Math.min(to, tokens.size()))) {
            if (!token.inOriginal()) continue;
            start = Math.min(start, token.start());
            end = Math.max(end, token.end());
        }
        return end < 0 ? null : new Place(start, end);
    }

    /** A stretch of the original text, in UTF-16 units. */
    public record Place(int start, int end) {}
}
