package aftercare.journeys.definition;

import aftercare.schemas.clinic.Route;
import java.util.Set;
import java.util.function.Function;

/** For which patients and visits a touchpoint is. */
final class ConditionsReader {
    private static final int HIGHEST = 1000;

    private ConditionsReader() {}

    static Conditions conditions(Fields fields) {
        var conditions = new Conditions(
                Set.copyOf(fields.list("routes", Fields.oneOf(Route.class))),
                numbers(fields),
                Set.copyOf(fields.list("languages", Spellings::language)),
                fields.nested("answered").map(ConditionsReader::answered).orElse(null),
                fields.optional("notOnSessionDays", Fields.yesOrNo()).orElse(false),
                fields.optional("arrived", Fields.yesOrNo()).orElse(null),
                fields.optional("cancellations", Spellings.between(1, 100)).orElse(0));
        fields.refuseUnknown();
        return conditions;
    }

    private static SessionNumbers numbers(Fields fields) {
        return fields.isMapping("numbers")
                ? fields.nested("numbers").map(ConditionsReader::range).orElse(SessionNumbers.ALL)
                : new SessionNumbers(Set.copyOf(fields.list("numbers", Spellings.between(1, HIGHEST))), null, null);
    }

    private static SessionNumbers range(Fields fields) {
        boolean first = fields.optional("first", Fields.yesOrNo()).orElse(false);
        var range = new SessionNumbers(
                first ? Set.of(1) : Set.of(),
                fields.optional("from", Spellings.between(1, HIGHEST)).orElse(null),
                fields.optional("to", Spellings.between(1, HIGHEST)).orElse(null));
        fields.refuseUnknown();
        if (first && (range.from() != null || range.to() != null)) {
            fields.problem("first", "says it all: leave out from and to");
        }
        if (range.from() != null && range.to() != null && range.from() > range.to()) {
            fields.problem("to", "is before from");
        }
        return range;
    }

    private static AnswerCondition answered(Fields fields) {
        var answered = new AnswerCondition(
                fields.required("touchpoint", Spellings::word, "?"),
                fields.optional("atLeast", Spellings.between(0, HIGHEST)).orElse(null),
                fields.optional("atMost", Spellings.between(0, HIGHEST)).orElse(null),
                fields.optional("is", Function.identity()).orElse(null));
        fields.refuseUnknown();
        if (answered.is() != null && (answered.atLeast() != null || answered.atMost() != null)) {
            fields.problem("is", "says it all: leave out atLeast and atMost");
        }
        if (answered.atLeast() != null && answered.atMost() != null && answered.atLeast() > answered.atMost()) {
            fields.problem("atMost", "is below atLeast");
        }
        return answered;
    }
}
