package aftercare.journeys.definition;

import aftercare.journeys.wording.Texts;
import aftercare.journeys.wording.Wording;
import aftercare.schemas.clinic.VisitKind;
import aftercare.schemas.messaging.Purpose;
import java.time.Duration;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One touchpoint, and what must fit within it. */
final class TouchpointReader {
    private static final Duration AFTER_LATE = Duration.ofHours(3);
    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final String TOPICS = "topics";

    private TouchpointReader() {}

    static Touchpoint touchpoint(String owner, Fields fields) {
        boolean toStaff = fields.optional("toStaff", Fields.yesOrNo()).orElse(false);
        boolean draws = fields.optional("draws", TouchpointReader::topics).isPresent();
        var touchpoint = new Touchpoint(
                fields.required("id", Spellings::word, owner),
                fields.required("name", Function.identity(), ""),
                fields.required("purpose", Fields.oneOf(Purpose.class), Purpose.EDUCATION),
                fields.required("priority", Spellings.between(0, 100), 0),
                kinds(fields),
                TimingReader.timing(fields),
                fields.nested("when").map(ConditionsReader::conditions).orElse(Conditions.NONE),
                wording(fields, toStaff || draws),
                fields.nested("asks").map(AsksReader::asks).orElse(null),
                fields.nested("reminder").map(TouchpointReader::reminder).orElse(null),
                fields.nested("silence").map(TouchpointReader::silence).orElse(null),
                answers(fields),
                toStaff,
                draws,
                Set.copyOf(fields.list("covers", Spellings::word)));
        fields.refuseUnknown();
        refuseWhatDoesNotFit(fields, touchpoint);
        return touchpoint;
    }

    private static String topics(String text) {
        if (!text.equals(TOPICS)) {
            throw new IllegalArgumentException("can only be topics");
        }
        return text;
    }

    private static Set<VisitKind> kinds(Fields fields) {
        var kinds = fields.list("kinds", Fields.oneOf(VisitKind.class));
        return kinds.isEmpty() ? Set.of(VisitKind.SESSION) : Set.copyOf(kinds);
    }

    private static @Nullable Wording wording(Fields fields, boolean mayBeMissing) {
        return mayBeMissing ? WordingReader.optionalWording(fields).orElse(null) : WordingReader.wording(fields);
    }

    private static Reminder reminder(Fields fields) {
        var reminder = new Reminder(
                fields.optional("after", Spellings::forward).orElse(null),
                fields.optional("at", LocalTime::parse).orElse(null),
                fields.texts("text").orElse(null));
        fields.refuseUnknown();
        if ((reminder.after() == null) == (reminder.at() == null)) {
            fields.problem("after", "or at must be given, and only one of them");
        }
        return reminder;
    }

    private static SilenceRule silence(Fields fields) {
        var silence = new SilenceRule(
                fields.required("by", LocalTime::parse, EVENING),
                fields.optional("afterLate", Spellings::span).orElse(AFTER_LATE),
                fields.optional("then", Fields.oneOf(SilenceRule.Then.class)).orElse(SilenceRule.Then.TASK),
                fields.optional("taskFor", Fields.oneOf(SilenceRule.TaskFor.class))
                        .orElse(SilenceRule.TaskFor.ALWAYS));
        fields.refuseUnknown();
        return silence;
    }

    private static Map<String, Texts> answers(Fields fields) {
        var answers = new LinkedHashMap<String, Texts>();
        fields.nested("answers")
                .ifPresent(all -> all.nestedByName()
                        .forEach((answer, texts) -> texts.texts().ifPresent(found -> answers.put(answer, found))));
        return answers;
    }

    private static void refuseWhatDoesNotFit(Fields fields, Touchpoint touchpoint) {
        var asks = Optional.ofNullable(touchpoint.asks());
        touchpoint.answers().keySet().stream()
                .filter(answer -> asks.filter(it -> it.form() != AskForm.INSTRUMENT && it.expects(answer))
                        .isEmpty())
                .sorted()
                .forEach(answer -> fields.problem("answers." + answer, "is no answer to the question"));
        if (asks.isEmpty() && touchpoint.reminder() != null) {
            fields.problem("reminder", "is only for a question");
        }
        if (asks.isEmpty() && touchpoint.silence() != null) {
            fields.problem("silence", "is only for a question");
        }
        if (touchpoint.draws() && (touchpoint.wording() != null || asks.isPresent() || touchpoint.toStaff())) {
            fields.problem("draws", "says a topic's words: it has no text, no question and is not for staff");
        }
        if (touchpoint.toStaff() && asks.isPresent()) {
            fields.problem("asks", "is not for what staff decide: a human writes, and reads the answer");
        }
        refuseSilenceBeforeReminder(fields, touchpoint);
    }

    private static void refuseSilenceBeforeReminder(Fields fields, Touchpoint touchpoint) {
        var reminder = touchpoint.reminder();
        var silence = touchpoint.silence();
        if (reminder != null
                && silence != null
                && reminder.at() != null
                && !silence.by().isAfter(reminder.at())) {
            fields.problem("silence.by", "is not after the reminder, which goes first");
        }
    }
}
