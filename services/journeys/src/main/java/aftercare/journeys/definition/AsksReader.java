package aftercare.journeys.definition;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a touchpoint asks. */
final class AsksReader {
    private static final Duration USUAL = Duration.ofHours(20);

    private AsksReader() {}

    static Asks asks(Fields fields) {
        var asks = new Asks(
                fields.required("form", Fields.oneOf(AskForm.class), AskForm.CHOICE),
                fields.list("choices", Function.identity()),
                fields.optional("yesMeans", Function.identity()).orElse(null),
                fields.optional("noMeans", Function.identity()).orElse(null),
                fields.optional("min", Spellings.between(0, 999)).orElse(0),
                fields.optional("max", Spellings.between(0, 999)).orElse(0),
                fields.optional("instrument", Fields.oneOf(Instrument.class)).orElse(null),
                fields.optional("asksAboutRisk", Fields.yesOrNo()).orElse(false),
                fields.list("riskAnswers", Function.identity()),
                fields.required("answerWithin", Spellings::span, USUAL),
                fields.nested("requests").map(Fields::scalarsByName).orElse(Map.of()));
        fields.refuseUnknown();
        refuseEmptyQuestion(fields, asks);
        refuseAnswersToNothing(fields, asks);
        return asks;
    }

    private static void refuseEmptyQuestion(Fields fields, Asks asks) {
        switch (asks.form()) {
            case CHOICE -> {
                if (asks.choices().isEmpty()) {
                    fields.problem("choices", "is missing");
                }
            }
            case NUMBER -> {
                if (asks.min() >= asks.max()) {
                    fields.problem("max", "is not above min");
                }
            }
            case INSTRUMENT -> {
                if (asks.instrument() == null) {
                    fields.problem("instrument", "is missing");
                }
            }
        }
        if (asks.form() != AskForm.CHOICE && !asks.choices().isEmpty()) {
            fields.problem("choices", "is only for form CHOICE");
        }
        if (asks.form() != AskForm.NUMBER && (asks.min() != 0 || asks.max() != 0)) {
            fields.problem("max", "is only for form NUMBER");
        }
        if (asks.form() != AskForm.INSTRUMENT && asks.instrument() != null) {
            fields.problem("instrument", "is only for form INSTRUMENT");
        }
    }

    private static void refuseAnswersToNothing(Fields fields, Asks asks) {
        if (asks.form() == AskForm.INSTRUMENT
                && (asks.asksAboutRisk()
                        || !asks.riskAnswers().isEmpty()
                        || !asks.requests().isEmpty())) {
            fields.problem("riskAnswers", "and requests are not for an INSTRUMENT, which knows its own risk");
            return;
        }
        refuseUnlessChoice(fields, asks, "yesMeans", asks.yesMeans());
        refuseUnlessChoice(fields, asks, "noMeans", asks.noMeans());
        asks.requests().keySet().stream()
                .filter(answer -> !asks.expects(answer))
                .forEach(answer -> fields.problem("requests." + answer, "is no answer to the question"));
        asks.riskAnswers().stream()
                .filter(answer -> !asks.expects(answer))
                .forEach(
                        answer -> fields.problem("riskAnswers", "holds no answer to the question: \"" + answer + "\""));
    }

    private static void refuseUnlessChoice(Fields fields, Asks asks, String field, @Nullable String answer) {
        if (answer != null && !asks.choices().contains(answer)) {
            fields.problem(field, "is none of the choices: \"" + answer + "\"");
        }
    }
}
