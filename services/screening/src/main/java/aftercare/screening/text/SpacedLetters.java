package aftercare.screening.text;

import java.util.ArrayList;
import java.util.List;

/** Puts "d e a d" and "s.u.i.c.i.d.e" together. */
final class SpacedLetters {
    private static final int SURELY_SPACED = 3;

    private SpacedLetters() {}

    static List<Token> join(List<Token> tokens) {
        boolean spaced = longestRun(tokens) >= SURELY_SPACED;
        if (!spaced) return tokens;
        var result = new ArrayList<Token>();
        for (int i = 0; i < tokens.size(); ) {
            int end = runEnd(tokens, i);
            var run = tokens.subList(i, end).stream()
                    .filter(SpacedLetters::letter)
                    .toList();
            if (run.size() >= 2) {
                var word = new StringBuilder();
                run.forEach(token -> word.append(token.word()));
                result.add(new Token(
                        word.toString(), run.getFirst().start(), run.getLast().end()));
                i = end;
            } else {
                result.add(tokens.get(i++));
            }
        }
        return result;
    }

    private static int longestRun(List<Token> tokens) {
        int longest = 0;
        for (int i = 0; i < tokens.size(); i++) {
            var run = tokens.subList(i, runEnd(tokens, i));
            longest = Math.max(
                    longest, (int) run.stream().filter(SpacedLetters::letter).count());
        }
        return longest;
    }

    /** A run is letters standing alone, with at most one mark between two of them. */
    private static int runEnd(List<Token> tokens, int from) {
        int end = from;
        for (int i = from; i < tokens.size(); i++) {
            if (letter(tokens.get(i))) end = i + 1;
            else if (i == from || !joiner(tokens.get(i)) || i > end) return end;
        }
        return end;
    }

    private static boolean letter(Token token) {
        return token.word().length() == 1
                && token.word().charAt(0) >= 'a'
                && token.word().charAt(0) <= 'z';
    }

    private static boolean joiner(Token token) {
        return switch (token.word()) {
            case ".", "-", "," -> true;
            default -> false;
        };
    }
}
