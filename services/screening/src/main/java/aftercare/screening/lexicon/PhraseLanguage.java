package aftercare.screening.lexicon;

import aftercare.screening.text.TextReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How phrases are written in the data files: words by blanks, {@code (this|that one)} a choice, {@code [really]} may be missing,
 * {@code (..)?}, {@code (..)*} and {@code (..)+} up to once, up to four times, one to four times, {@code !(no|not)} not just after such a word, {@code {NAME}} a word set, {@code suicid~} every word beginning so, {@code #} a number, {@code *} any one word, {@code ..} up to two and
 * {@code ...} up to six words of the same sentence, {@code <} and {@code >} the start and end of a sentence, {@code <<} and {@code >>} of
 * the text.
 */
final class PhraseLanguage {
    private final TextReader reader;
    private final Map<String, String> sets;
    private final boolean acrossCommas;

    PhraseLanguage(TextReader reader, Map<String, String> sets, boolean acrossCommas) {
        this.reader = reader;
        this.sets = sets;
        this.acrossCommas = acrossCommas;
    }

    Phrase phrase(String written) {
        var piece = new Parser(written).all();
        return new Phrase(Pattern.compile(piece.regex()), piece.needs());
    }

    /** Part of a phrase, parsed. */
    private record Piece(String regex, Needs needs) {
        static Piece needingNothing(String regex) {
            return new Piece(regex, Needs.NOTHING);
        }

        Piece then(Piece next) {
            return new Piece(regex + next.regex, needs.and(next.needs));
        }

        Piece or(Piece other) {
            return new Piece(regex + '|' + other.regex, needs.or(other.needs));
        }

        Piece times(String times) {
            boolean maybeMissing = times.startsWith("?") || times.startsWith("{0");
            return new Piece("(?:" + regex + ")" + times, maybeMissing ? Needs.NOTHING : needs);
        }
    }

    private final class Parser {
        private final String phrase;
        private int at;

        Parser(String phrase) {
            this.phrase = phrase;
        }

        Piece all() {
            var all = choice();
            if (at < phrase.length()) throw broken();
            return all;
        }

        private Piece choice() {
            var choice = sequence();
            while (at < phrase.length() && phrase.charAt(at) == '|') {
                at++;
                choice = choice.or(sequence());
            }
            return choice;
        }

        private Piece sequence() {
            var sequence = Piece.needingNothing("");
            while (at < phrase.length() && "|)]".indexOf(phrase.charAt(at)) < 0) {
                char c = phrase.charAt(at);
                switch (c) {
                    case ' ' -> at++;
                    case '(' -> sequence = sequence.then(bracketed(')').times(times("")));
                    case '[' -> sequence = sequence.then(bracketed(']').times(times("?")));
                    case '!' -> sequence = sequence.then(notAfter());
                    case '{' -> sequence = sequence.then(set().times(""));
                    default -> sequence = sequence.then(word());
                }
            }
            return sequence;
        }

        private Piece notAfter() {
            at++;
            if (at >= phrase.length() || phrase.charAt(at) != '(') throw broken();
            return Piece.needingNothing("(?<! (?:" + bracketed(')').regex() + "))");
        }

        private Piece bracketed(char close) {
            at++;
            var inside = choice();
            if (at >= phrase.length() || phrase.charAt(at) != close) throw broken();
            at++;
            return inside;
        }

        private String times(String otherwise) {
            if (at >= phrase.length()) return otherwise;
            var times = switch (phrase.charAt(at)) {
                case '?' -> "?";
                case '+' -> "{1,4}";
                case '*' -> "{0,4}";
                default -> "";
            };
            if (times.isEmpty()) return otherwise;
            at++;
            return times;
        }

        private Piece set() {
            int close = phrase.indexOf('}', at);
            if (close < 0) throw broken();
            var set = sets.get(phrase.substring(at + 1, close));
            if (set == null) throw broken();
            at = close + 1;
            return new Parser(set).all();
        }

        private Piece word() {
            int start = at;
            while (at < phrase.length() && " |()[]{}".indexOf(phrase.charAt(at)) < 0) at++;
            var word = phrase.substring(start, at);
            var gap = acrossCommas ? "(?:, )?" : "";
            return switch (word) {
                case "<<" -> Piece.needingNothing("(?<=^ )");
                case ">>" -> Piece.needingNothing("(?=(?:[.?!,] )*$)");
                case "<" -> Piece.needingNothing("(?<=^ |[.?!] )");
                case ">" -> Piece.needingNothing("(?=[.?!] |$)");
                case "#" -> Piece.needingNothing("\\d+(?:[.:]\\d+)? " + gap);
                case "*" -> Piece.needingNothing("[^ .?!]+ ");
                case ".." -> Piece.needingNothing("(?:[^ .?!]+ ){0,2}?");
                case "..." -> Piece.needingNothing("(?:[^ .?!]+ ){0,6}?");
                default -> literal(word, gap);
            };
        }

        private Piece literal(String word, String gap) {
            boolean beginning = word.endsWith("~");
            var words = reader.patternWords(beginning ? word.substring(0, word.length() - 1) : word);
            if (words.isEmpty()) throw broken();
            var end = beginning ? "[^ ]* " + gap : " " + gap;
            var regex = words.stream().map(PhraseLanguage::escaped).collect(Collectors.joining(" " + gap, "", end));
            return new Piece(regex, Needs.of(needed(words, beginning)));
        }

        private static List<String> needed(List<String> words, boolean beginning) {
            if (!beginning) return words;
            var needed = new ArrayList<>(words);
            needed.add(needed.removeLast() + "~");
            return needed;
        }

        private IllegalArgumentException broken() {
            return new IllegalArgumentException("Not a phrase, near character " + at + ": " + phrase);
        }
    }

    private static String escaped(String word) {
        return word.chars().allMatch(Character::isLetterOrDigit) ? word : Pattern.quote(word);
    }
}
