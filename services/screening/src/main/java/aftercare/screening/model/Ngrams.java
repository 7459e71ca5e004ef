package aftercare.screening.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The pieces of a text that the word model counts: words, pairs and triples of words, pieces of three to five letters, the words of the
 * question, and a short answer together with each of them. Each is a number below {@link #BUCKETS} (feature hashing: Weinberger 2009).
 */
public final class Ngrams {
    public static final int BUCKETS = 1 << 18;
    private static final int SHORT_ANSWER = 4;
    private static final int LONGEST_PIECE = 5;
    private static final int SHORTEST_PIECE = 3;
    private static final int MOST_WORDS = 200;
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}_']+|[^\\s\\p{L}\\p{N}_']");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_']+");

    private final TreeSet<Integer> buckets = new TreeSet<>();

    private Ngrams() {}

    /** Distinct and in order. */
    public static int[] of(String asked, String said) {
        var pieces = new Ngrams();
        var words = cut(TOKEN, said);
        words.forEach(word -> pieces.add("1", word));
        pieces.phrases(words);
        words.forEach(pieces::letters);
        pieces.question(cut(WORD, asked), words);
        pieces.add("L", String.valueOf(Math.min(6, words.size() / 3)));
        return pieces.buckets.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<String> cut(Pattern piece, String text) {
        return piece.matcher(text.toLowerCase(Locale.ROOT).replace('\u2019', '\''))
                .results()
                .limit(MOST_WORDS)
                .map(MatchResult::group)
                .toList();
    }

    private void phrases(List<String> words) {
        var framed = new ArrayList<String>();
        framed.add("<s>");
        framed.addAll(words);
        framed.add("</s>");
        for (int i = 0; i + 1 < framed.size(); i++) {
            add("2", framed.get(i) + " " + framed.get(i + 1));
            if (i + 2 < framed.size()) add("3", framed.get(i) + " " + framed.get(i + 1) + " " + framed.get(i + 2));
        }
    }

    private void letters(String word) {
        var framed = "^" + word + "$";
        for (int size = SHORTEST_PIECE; size <= LONGEST_PIECE; size++)
            for (int from = 0; from + size <= framed.length(); from++) add("c", framed.substring(from, from + size));
    }

    private void question(List<String> asked, List<String> said) {
        for (var word : asked) {
            add("a", word);
            if (said.size() <= SHORT_ANSWER) add("x", word + "|" + String.join(" ", said));
        }
    }

    private void add(String kind, String piece) {
        var hash = new CRC32();
        hash.update((kind + piece).getBytes(StandardCharsets.UTF_8));
        buckets.add((int) (hash.getValue() % BUCKETS));
    }
}
