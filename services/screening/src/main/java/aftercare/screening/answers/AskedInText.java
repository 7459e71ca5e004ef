package aftercare.screening.answers;

import aftercare.screening.text.Token;
import aftercare.screening.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fallback where no question is declared: what the clinic's last text asks, and in which direction its answers point. */
final class AskedInText {
    private static final Pattern ANCHOR = Pattern.compile("(\\d{1,2}) (?:= |, )?([a-z ]+?) (?=, |\\. |\\? |to |a |$)");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,2}) (?:-|to|a|and) (\\d{1,2})");
    private static final Pattern TREND =
            Pattern.compile("(gone|stronger|weaker|unchanged|worse|less|fewer|decreased|increased)");
    private final AnswerForms forms;
    private final List<Pattern> risk;
    private final List<Pattern> safeWhenYes;

    AskedInText(AnswerForms forms) {
        this.forms = forms;
        this.risk = forms.asksAboutRisk().stream().map(Pattern::compile).toList();
        this.safeWhenYes = forms.safeWhenYes().stream().map(Pattern::compile).toList();
    }

    AnswerReading read(AnswerReader reader, Words reply, Words clinicText) {
        var asked = clinicText.line();
        if (!matches(risk, asked)) return elsewhere(reader, reply, asked);
        boolean yesIsSafe = matches(safeWhenYes, asked);
        var scale = Scale.in(asked, forms.worstWords());
        var numbers = reader.numbersIn(reply, scale.map(Scale::max).orElse(0));
        if (!numbers.isEmpty() && scale.isPresent()) return onRiskScale(numbers, scale.get(), yesIsSafe);
        if (reader.opensWith(reply, forms.half())) return new AnswerReading.Risk("");
        if (TREND.matcher(asked).find()) return trend(reply, yesIsSafe);
        if (reader.saysOnly(reply, forms.yes()))
            return yesIsSafe ? new AnswerReading.Harmless() : new AnswerReading.Risk("");
        if (reader.saysOnly(reply, forms.no()))
            return yesIsSafe ? new AnswerReading.Risk("") : new AnswerReading.Harmless();
        return new AnswerReading.UnclearOnRisk(!yesIsSafe && reader.opensWith(reply, forms.no()));
    }

    private static AnswerReading onRiskScale(List<Integer> numbers, Scale scale, boolean highIsSafe) {
        int low = numbers.stream().min(Integer::compare).orElseThrow();
        int high = numbers.stream().max(Integer::compare).orElseThrow();
        if (!highIsSafe) return high > scale.min() ? new AnswerReading.Risk("") : new AnswerReading.Harmless();
        if (low >= scale.max()) return new AnswerReading.Harmless();
        int middle = (scale.min() + scale.max()) / 2;
        return low <= middle ? new AnswerReading.Risk("") : new AnswerReading.UnclearOnRisk(false);
    }

    private static AnswerReading trend(Words reply, boolean yesIsSafe) {
        var said = reply.tokens().stream()
                .filter(token -> !token.isMark())
                .map(Token::word)
                .toList();
        boolean gone =
                said.equals(List.of("gone")) || said.equals(List.of("none")) || said.equals(List.of("all", "gone"));
        return gone && !yesIsSafe ? new AnswerReading.Harmless() : new AnswerReading.Risk("");
    }

    /** A harmless question: a short plain answer to it is harmless too, unless it is the worst of a scale. */
    private AnswerReading elsewhere(AnswerReader reader, Words reply, String asked) {
        if (!asked.contains(" ? ")) return new AnswerReading.None();
        var scale = Scale.in(asked, forms.worstWords());
        var numbers = reader.numbersIn(reply, scale.map(Scale::max).orElse(MOST));
        if (!numbers.isEmpty()) {
            int low = numbers.stream().min(Integer::compare).orElseThrow();
            if (scale.isPresent() && scale.get().low(low)) return new AnswerReading.Poor();
            return new AnswerReading.Harmless();
        }
        if (reader.saysOnly(reply, forms.yes()) || reader.saysOnly(reply, forms.no()))
            return new AnswerReading.Harmless();
        return offered(reply, asked) ? new AnswerReading.Harmless() : new AnswerReading.None();
    }

    private static final int MOST = 10;

    /** The reply is one of the answers that the question itself lists. */
    private static boolean offered(Words reply, String asked) {
        var said = reply.tokens().stream()
                .filter(token -> !token.isMark())
                .map(Token::word)
                .toList();
        return said.size() == 1
                && TREND.matcher(said.getFirst()).matches()
                && asked.contains(" " + said.getFirst() + " ");
    }

    private static boolean matches(List<Pattern> patterns, String line) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(line).find());
    }

    /** A scale from {@code min} to {@code max}; {@code lowIsWorst} where its text says so. */
    private record Scale(int min, int max, boolean lowIsWorst) {
        static Optional<Scale> in(String asked, List<String> worstWords) {
            var range = RANGE.matcher(asked);
            if (range.find()) {
                int min = Integer.parseInt(range.group(1));
                int max = Integer.parseInt(range.group(2));
                return min < max
                        ? Optional.of(new Scale(min, max, lowIsWorst(asked, min, worstWords)))
                        : Optional.empty();
            }
            var anchors = ANCHOR.matcher(asked)
                    .results()
                    .map(found -> Integer.parseInt(found.group(1)))
                    .toList();
            if (anchors.size() < 2) return Optional.empty();
            int min = anchors.stream().min(Integer::compare).orElseThrow();
            int max = anchors.stream().max(Integer::compare).orElseThrow();
            return min < max ? Optional.of(new Scale(min, max, lowIsWorst(asked, min, worstWords))) : Optional.empty();
        }

        private static boolean lowIsWorst(String asked, int min, List<String> worstWords) {
            return worstWords.stream()
                    .anyMatch(word -> Pattern.compile(" " + min + " (?:, )?" + word + " ")
                            .matcher(asked)
                            .find());
        }

        boolean low(int value) {
            return lowIsWorst && value <= min + (max - min) / 5;
        }
    }
}
