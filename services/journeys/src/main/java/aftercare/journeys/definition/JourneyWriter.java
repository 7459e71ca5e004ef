package aftercare.journeys.definition;

import aftercare.journeys.wording.Texts;
import aftercare.journeys.wording.Wording;
import aftercare.schemas.clinic.Route;
import aftercare.schemas.clinic.VisitKind;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A journey as a tree of fields, in the order in which people read them. What is as usual is left out. */
final class JourneyWriter {

    Map<String, Object> journey(Journey journey) {
        return new Tree()
                .with("journey", journey.id())
                .with("settle", Spellings.iso(journey.settle()))
                .with("dischargeAfterEnd", Spellings.iso(journey.dischargeAfterEnd()))
                .with("dischargeAfterStart", Spellings.iso(journey.dischargeAfterStart()))
                .with("seriesGap", Spellings.iso(journey.seriesGap()))
                .with("maintenanceEvery", iso(journey.maintenanceEvery()))
                .with("sendHours", journey.sendHours().toString())
                .with("budget", budget(journey.budget()))
                .with(
                        "touchpoints",
                        journey.touchpoints().stream().map(this::touchpoint).toList())
                .withAny("topics", journey.topics().stream().map(this::topic).toList())
                .fields();
    }

    private static Map<String, Object> budget(Budget budget) {
        return new Tree()
                .with("perDay", budget.perDay())
                .with("perSessionDay", budget.perSessionDay())
                .with("perWeek", budget.perWeek())
                .fields();
    }

    private Map<String, Object> touchpoint(Touchpoint touchpoint) {
        var tree = new Tree()
                .with("id", touchpoint.code())
                .with("name", touchpoint.name())
                .with("purpose", touchpoint.purpose().name())
                .with("priority", touchpoint.priority());
        if (!touchpoint.kinds().equals(Set.of(VisitKind.SESSION))) {
            tree.with("kinds", names(touchpoint.kinds()));
        }
        timing(tree, touchpoint.timing());
        return tree.withAny("when", conditions(touchpoint.when()))
                .with("toStaff", touchpoint.toStaff() ? true : null)
                .with("draws", touchpoint.draws() ? "topics" : null)
                .withAny("covers", touchpoint.covers().stream().sorted().toList())
                .withAll(wording(touchpoint.wording()))
                .with("asks", asks(touchpoint.asks()))
                .with("reminder", reminder(touchpoint.reminder()))
                .with("silence", silence(touchpoint.silence()))
                .withAny("answers", byName(touchpoint.answers(), JourneyWriter::texts))
                .fields();
    }

    private static void timing(Tree tree, Timing timing) {
        var repeat = timing.repeat();
        tree.with("anchor", timing.anchor().name())
                .with("offset", timing.offset().iso())
                .with("fallback", iso(timing.fallback()))
                .with("until", iso(timing.until()))
                .with("every", repeat == null ? null : repeat.every().iso())
                .with("times", repeat == null ? null : repeat.times())
                .with("window", timing.window().toString())
                .with("late", timing.late() == null ? null : timing.late().toString());
        if (!timing.days().equals(Timing.ANY_DAY)) {
            tree.with(
                    "days", timing.days().stream().sorted().map(Spellings::day).toList());
        }
        tree.with("expires", iso(timing.expires()))
                .with("oncePer", timing.oncePer().name())
                .with("persist", timing.persist() ? true : null)
                .with("maxAge", Spellings.iso(timing.maxAge()))
                .with("clearOfSession", iso(timing.clearOfSession()))
                .with("supersededBySession", timing.supersededBySession() ? true : null)
                .with(
                        "whenClosed",
                        timing.whenClosed() == WhenClosed.GO
                                ? null
                                : timing.whenClosed().name());
    }

    private static Map<String, Object> conditions(Conditions when) {
        return new Tree()
                .withAny("routes", names(when.routes()))
                .with("numbers", numbers(when.numbers()))
                .withAny("languages", when.languages().stream().sorted().toList())
                .with("answered", answered(when.answered()))
                .with("notOnSessionDays", when.notOnSessionDays() ? true : null)
                .with("arrived", when.arrived())
                .with("cancellations", when.cancellations() == 0 ? null : when.cancellations())
                .fields();
    }

    private static @Nullable Object numbers(SessionNumbers numbers) {
        if (numbers.equals(SessionNumbers.ALL)) {
            return null;
        }
        return numbers.listed().isEmpty()
                ? new Tree()
                        .with("from", numbers.from())
                        .with("to", numbers.to())
                        .fields()
                : numbers.listed().stream().sorted().toList();
    }

    private static @Nullable Map<String, Object> answered(@Nullable AnswerCondition answered) {
        return answered == null
                ? null
                : new Tree()
                        .with("touchpoint", answered.touchpoint())
                        .with("atLeast", answered.atLeast())
                        .with("atMost", answered.atMost())
                        .with("is", answered.is())
                        .fields();
    }

    private static @Nullable Map<String, Object> asks(@Nullable Asks asks) {
        if (asks == null) {
            return null;
        }
        var tree = new Tree()
                .with("form", asks.form().name())
                .withAny("choices", asks.choices())
                .with("yesMeans", asks.yesMeans())
                .with("noMeans", asks.noMeans())
                .with(
                        "instrument",
                        asks.instrument() == null ? null : asks.instrument().name());
        if (asks.form() == AskForm.NUMBER) {
            tree.with("min", asks.min()).with("max", asks.max());
        }
        return tree.with("asksAboutRisk", asks.asksAboutRisk() ? true : null)
                .withAny("riskAnswers", asks.riskAnswers())
                .with("answerWithin", Spellings.iso(asks.answerWithin()))
                .withAny("requests", byName(asks.requests(), Function.identity()))
                .fields();
    }

    private static @Nullable Map<String, Object> reminder(@Nullable Reminder reminder) {
        return reminder == null
                ? null
                : new Tree()
                        .with("after", iso(reminder.after()))
                        .with("at", reminder.at() == null ? null : reminder.at().toString())
                        .with("text", reminder.text() == null ? null : texts(reminder.text()))
                        .fields();
    }

    private static @Nullable Map<String, Object> silence(@Nullable SilenceRule silence) {
        return silence == null
                ? null
                : new Tree()
                        .with("by", silence.by().toString())
                        .with("afterLate", Spellings.iso(silence.afterLate()))
                        .with("then", silence.then().name())
                        .with("taskFor", silence.taskFor().name())
                        .fields();
    }

    private Map<String, Object> topic(Topic topic) {
        return new Tree()
                .with("id", topic.code())
                .with("name", topic.name())
                .with("mandatory", topic.mandatory())
                .withAll(wording(topic.wording()))
                .fields();
    }

    private static Map<String, Object> wording(@Nullable Wording wording) {
        var tree = new Tree();
        if (wording != null) {
            tree.with("text", texts(wording.discreet()))
                    .with("detailed", wording.detailed() == null ? null : texts(wording.detailed()))
                    .withAny("byRoute", byName(wording.byRoute(), JourneyWriter::routes));
        }
        return tree.fields();
    }

    private static Map<String, Object> routes(Map<Route, Texts> routes) {
        var tree = new Tree();
        routes.keySet().stream().sorted().forEach(route -> tree.with(route.name(), texts(routes.get(route))));
        return tree.fields();
    }

    /** English first, as the others follow it. */
    private static Map<String, Object> texts(@Nullable Texts texts) {
        var tree = new Tree();
        if (texts != null) {
            tree.with(Texts.ENGLISH, texts.byLanguage().get(Texts.ENGLISH));
            new TreeMap<>(texts.byLanguage()).forEach(tree::with);
        }
        return tree.fields();
    }

    private static <V> Map<String, Object> byName(Map<String, V> values, Function<V, ?> write) {
        var tree = new Tree();
        new TreeMap<>(values).forEach((name, value) -> tree.with(name, write.apply(value)));
        return tree.fields();
    }

    private static <E extends Enum<E>> List<String> names(Set<E> constants) {
        return constants.stream().sorted().map(Enum::name).toList();
    }

    private static @Nullable String iso(@Nullable Duration span) {
        return span == null ? null : Spellings.iso(span);
    }

    private static @Nullable String iso(@Nullable Offset offset) {
        return offset == null ? null : offset.iso();
    }

    /** Fields in order, without those that say nothing. */
    private static final class Tree {
        private final Map<String, Object> fields = new LinkedHashMap<>();

        Tree with(String name, @Nullable Object value) {
            if (value != null) {
                fields.put(name, value);
            }
            return this;
        }

        Tree withAny(String name, Collection<?> values) {
            return values.isEmpty() ? this : with(name, values);
        }

        Tree withAny(String name, Map<String, ?> values) {
            return values.isEmpty() ? this : with(name, values);
        }

        Tree withAll(Map<String, Object> values) {
            fields.putAll(values);
            return this;
        }

        Map<String, Object> fields() {
            return fields;
        }
    }
}
