package aftercare.screening.answers;

import aftercare.screening.text.Fold;
import aftercare.screening.text.Token;
import aftercare.screening.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a reply as an answer: to the question that the touchpoint declares, or, where none is declared, to the clinic's last text. */
public final class AnswerReader {
    private static final int LOW_MOOD = 2;
    private static final int MOOD_SCALE = 10;
    private static final int LONGEST_SHORT_ANSWER = 4;
    private static final int MOST_FREQUENT = 3;
    private final AnswerForms forms;
    private final NumberReader numbers;
    private final AskedInText askedInText;

    public AnswerReader(AnswerForms forms) {
        this.forms = forms;
        this.numbers = new NumberReader(forms);
        this.askedInText = new AskedInText(forms);
    }

    public AnswerReading read(
            Words reply, String original, @Nullable OpenQuestion question, @Nullable Words clinicText) {
        if (question != null) return declared(reply, original, question);
        if (clinicText != null) return askedInText.read(this, reply, clinicText);
        return new AnswerReading.None();
    }

    private AnswerReading declared(Words reply, String original, OpenQuestion question) {
        var value = switch (question.form()) {
            case CHOICE -> choice(reply, original, question);
            case NUMBER -> number(reply, question);
        };
        if (value != null) return weighed(value, question);
        return question.asksAboutRisk() ? loose(reply, question) : new AnswerReading.None();
    }

    private static AnswerReading weighed(String value, OpenQuestion question) {
        boolean named = question.riskAnswers().contains(value);
        if (question.asksAboutRisk()) return named ? new AnswerReading.Risk(value) : new AnswerReading.Bound(value);
        boolean lowMood = question.form() == OpenQuestion.Form.NUMBER
                && question.min() == 0
                && question.max() == MOOD_SCALE
                && Integer.parseInt(value) <= LOW_MOOD;
        return named || lowMood ? new AnswerReading.Low(value) : new AnswerReading.Bound(value);
    }

    /** "Sometimes" to a question about risk is risk; a "no" that is not among its answers still has to be read by a human. */
    private AnswerReading loose(Words reply, OpenQuestion question) {
        boolean yesIsRisk =
                question.riskAnswers().stream().noneMatch(answer -> forms.no().contains(folded(answer)));
        if (opensWith(reply, forms.half()) || (yesIsRisk && saysOnly(reply, forms.yes())))
            return new AnswerReading.Risk("");
        if (!yesIsRisk && saysOnly(reply, forms.no())) return new AnswerReading.Risk("");
        return new AnswerReading.UnclearOnRisk(yesIsRisk && opensWith(reply, forms.no()));
    }

    private @Nullable String choice(Words reply, String original, OpenQuestion question) {
        var written = folded(original).replaceAll("[^\\p{L}\\p{N} ]", " ").strip();
        for (var choice : question.choices()) if (folded(choice).equals(written)) return choice;
        var named = numbers.onlyNumbers(reply, Integer.MAX_VALUE);
        if (named.size() == 1 && question.choices().contains(named.getFirst().toString()))
            return named.getFirst().toString();
        if (saysOnly(reply, forms.yes()))
            return meant(question.yesMeans(), question.choices(), Set.of("y", "yes", "si", "s", "c"));
        if (saysOnly(reply, forms.no())) return meant(question.noMeans(), question.choices(), Set.of("n", "no"));
        return null;
    }

    private static @Nullable String meant(@Nullable String declared, List<String> choices, Set<String> wanted) {
        if (declared != null) return declared;
        return choices.stream()
                .filter(choice -> wanted.contains(folded(choice)))
                .findFirst()
                .orElse(null);
    }

    /** Of a range the answer that is worse counts: one that is risk, else the lower. */
    private @Nullable String number(Words reply, OpenQuestion question) {
        var frequency = frequency(reply, question);
        if (frequency != null) return frequency;
        var named = numbers.onlyNumbers(reply, question.max());
        if (named.isEmpty() || named.stream().anyMatch(n -> n < question.min() || n > question.max())) return null;
        return named.stream()
                .map(String::valueOf)
                .filter(question.riskAnswers()::contains)
                .findFirst()
                .orElseGet(() -> named.stream()
                        .min(Integer::compare)
                        .map(String::valueOf)
                        .orElseThrow());
    }

    /** An answer of the questionnaires in its own words: "several days", "1 several days". */
    private @Nullable String frequency(Words reply, OpenQuestion question) {
        if (question.min() != 0 || question.max() != MOST_FREQUENT) return null;
        var said = reply.tokens().stream()
                .filter(token -> !token.isMark())
                .map(Token::word)
                .collect(Collectors.joining(" "));
        return forms.frequencies().entrySet().stream()
                .filter(frequency ->
                        said.equals(frequency.getKey()) || said.equals(frequency.getValue() + " " + frequency.getKey()))
                .map(frequency -> frequency.getValue().toString())
                .findFirst()
                .orElse(null);
    }

    List<Integer> numbersIn(Words reply, int max) {
        return numbers.onlyNumbers(reply, max);
    }

    /** Whether the reply is short, holds one of the words, and nothing but such words and fillers. */
    boolean saysOnly(Words reply, Set<String> wanted) {
        var said = reply.tokens().stream()
                .filter(token -> !token.isMark())
                .map(Token::word)
                .toList();
        if (said.isEmpty()) return false;
        if (wanted.contains(String.join(" ", said))) return true;
        return said.size() <= LONGEST_SHORT_ANSWER
                && said.stream().anyMatch(wanted::contains)
                && said.stream()
                        .allMatch(
                                word -> wanted.contains(word) || forms.around().contains(word));
    }

    /** Whether the reply opens with one of the words, whatever follows. */
    boolean opensWith(Words reply, Set<String> wanted) {
        var said = reply.tokens().stream()
                .filter(token -> !token.isMark())
                .map(Token::word)
                .toList();
        for (int length = 1; length <= Math.min(said.size(), LONGEST_SHORT_ANSWER); length++)
            if (wanted.contains(String.join(" ", said.subList(0, length)))) return true;
        return false;
    }

    private static String folded(String words) {
        return Fold.word(words).toLowerCase(Locale.ROOT).strip();
    }
}
