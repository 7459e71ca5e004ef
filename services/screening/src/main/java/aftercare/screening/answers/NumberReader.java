package aftercare.screening.answers;

import aftercare.screening.text.Token;
import aftercare.screening.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a reply that is a number and nothing else: "7", "7/10", "seven", "about 6-7", "un ocho". */
final class NumberReader {
    private static final Pattern WHOLE = Pattern.compile("\\d{1,3}");
    private final Map<String, Integer> numbers;
    private final Set<String> around;

    NumberReader(AnswerForms forms) {
        this.numbers = forms.numbers();
        this.around = forms.around();
    }

    /** The numbers named, one, or two for a range; empty when the reply holds anything else. */
    List<Integer> onlyNumbers(Words words, int max) {
        var found = new ArrayList<Integer>();
        var line = words.tokens().stream().map(Token::word).toList();
        for (int i = 0; i < line.size(); i++) {
            var word = line.get(i);
            var number = value(word);
            if (number != null) {
                if (outOf(line, i) && number == max) continue;
                found.add(number);
            } else if (!around.contains(word)
                    && !words.tokens().get(i).isMark()
                    && !"/".equals(word)
                    && !"-".equals(word)) {
                return List.of();
            }
        }
        return found.size() <= 2 && (found.size() < 2 || range(line)) ? found : List.of();
    }

    private @Nullable Integer value(String word) {
        return WHOLE.matcher(word).matches() ? Integer.valueOf(word) : numbers.get(word);
    }

    /** The ten of "7/10" and "7 out of 10" is the scale. */
    private static boolean outOf(List<String> line, int i) {
        if (i == 0) return false;
        return switch (line.get(i - 1)) {
            case "/", "of", "de", "sobre" -> true;
            default -> false;
        };
    }

    private static boolean range(List<String> line) {
        return line.contains("-")
                || line.contains("or")
                || line.contains("to")
                || line.contains("and")
                || line.contains("o")
                || line.contains("a")
                || line.contains("y");
    }
}
