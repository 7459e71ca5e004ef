package aftercare.screening.lexicon;

import aftercare.screening.text.TextReader;
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

    Pattern anyOf(Iterable<String> phrases) {
        var joined = new StringBuilder();
        for (var phrase : phrases) joined.append(joined.isEmpty() ? "" : "|").append(regex(phrase));
        return Pattern.compile("(?<= )(?:" + joined + ")");
    }

    private String regex(String phrase) {
        return new Parser(phrase).all();
    }

    private final class Parser {
        private final String phrase;
        private int at;

        Parser(String phrase) {
            this.phrase = phrase;
        }

        String all() {
            var regex = choice();
            if (at < phrase.length()) throw broken();
            return regex;
        }

        private String choice() {
            var regex = new StringBuilder(sequence());
            while (at < phrase.length() && phrase.charAt(at) == '|') {
                at++;
                regex.append('|').append(sequence());
            }
            return regex.toString();
        }

        private String sequence() {
            var regex = new StringBuilder();
            while (at < phrase.length() && "|)]".indexOf(phrase.charAt(at)) < 0) {
                char c = phrase.charAt(at);
                switch (c) {
                    case ' ' -> at++;
                    case '(' ->
                        regex.append("(?:").append(bracketed(')')).append(')').append(times(""));
                    case '[' ->
                        regex.append("(?:").append(bracketed(']')).append(')').append(times("?"));
                    case '!' -> regex.append("(?<! ").append(notAfter()).append(')');
                    case '{' -> regex.append("(?:").append(set()).append(')');
                    default -> regex.append(word());
                }
            }
            return regex.toString();
        }

        private String notAfter() {
            at++;
            if (at >= phrase.length() || phrase.charAt(at) != '(') throw broken();
            return "(?:" + bracketed(')') + ")";
        }

        private String bracketed(char close) {
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

        private String set() {
            int close = phrase.indexOf('}', at);
            if (close < 0) throw broken();
            var set = sets.get(phrase.substring(at + 1, close));
            if (set == null) throw broken();
            at = close + 1;
            return new Parser(set).all();
        }

        private String word() {
            int start = at;
            while (at < phrase.length() && " |()[]{}".indexOf(phrase.charAt(at)) < 0) at++;
            var word = phrase.substring(start, at);
            var gap = acrossCommas ? "(?:, )?" : "";
            return switch (word) {
                case "<<" -> "(?<=^ )";
                case ">>" -> "(?=(?:[.?!,] )*$)";
                case "<" -> "(?<=^ |[.?!] )";
                case ">" -> "(?=[.?!] |$)";
                case "#" -> "\\d+(?:[.:]\\d+)? " + gap;
                case "*" -> "[^ .?!]+ ";
                case ".." -> "(?:[^ .?!]+ ){0,2}?";
                case "..." -> "(?:[^ .?!]+ ){0,6}?";
                default -> literal(word, gap);
            };
        }

        private String literal(String word, String gap) {
            boolean beginning = word.endsWith("~");
            var words = reader.patternWords(beginning ? word.substring(0, word.length() - 1) : word);
            if (words.isEmpty()) throw broken();
            var end = beginning ? "[^ ]* " + gap : " " + gap;
            return words.stream().map(PhraseLanguage::escaped).collect(Collectors.joining(" " + gap, "", end));
        }

        private IllegalArgumentException broken() {
            return new IllegalArgumentException("Not a phrase, near character " + at + ": " + phrase);
        }
    }

    private static String escaped(String word) {
        return word.chars().allMatch(Character::isLetterOrDigit) ? word : Pattern.quote(word);
    }
}
