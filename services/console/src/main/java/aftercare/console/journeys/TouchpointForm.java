package aftercare.console.journeys;

import org.springframework.util.MultiValueMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the forms of a touchpoint, a topic and the journey's settings say, as the file has it. */
final class TouchpointForm {
    private static final String[] LANGUAGES = {"en", "es"};
    private static final String[] ROUTES = {"IV", "IM", "NASAL", "ORAL", "UNKNOWN"};

    private TouchpointForm() {}

    static ObjectNode touchpoint(MultiValueMap<String, String> form, ObjectNode base) {
        var reader = new FormReader(form, base)
                .text("id")
                .text("name")
                .text("purpose")
                .number("priority")
                .list("kinds")
                .text("anchor")
                .offset("offset")
                .offset("fallback")
                .offset("until")
                .offset("every")
                .number("times")
                .hours("window")
                .hours("late")
                .list("days")
                .span("expires")
                .text("oncePer")
                .yes("persist")
                .span("maxAge")
                .span("clearOfSession")
                .yes("supersededBySession")
                .text("whenClosed")
                .yes("toStaff")
                .list("covers");
        conditions(reader);
        question(reader);
        words(reader);
        return draws(reader).tree();
    }

    static ObjectNode topic(MultiValueMap<String, String> form, ObjectNode base) {
        var reader = new FormReader(form, base).text("id").text("name").yes("mandatory");
        words(reader);
        return reader.tree();
    }

    static ObjectNode settings(MultiValueMap<String, String> form, ObjectNode base) {
        return new FormReader(form, base)
                .span("settle")
                .span("dischargeAfterEnd")
                .span("dischargeAfterStart")
                .span("seriesGap")
                .span("maintenanceEvery")
                .hours("sendHours")
                .number("budget.perDay")
                .number("budget.perSessionDay")
                .number("budget.perWeek")
                .tree();
    }

    private static void conditions(FormReader reader) {
        reader.list("when.routes")
                .list("when.languages")
                .yes("when.notOnSessionDays")
                .number("when.cancellations")
                .text("when.answered.touchpoint");
        if (reader.value("when.answered.touchpoint").isEmpty()) {
            reader.without("when.answered");
        } else {
            reader.number("when.answered.atLeast")
                    .number("when.answered.atMost")
                    .text("when.answered.is");
        }
        arrived(reader);
        switch (reader.value("numbersBy")) {
            case "FIRST" -> reader.without("when.numbers").mapping("when.numbers", object().put("first", true));
            case "RANGE" ->
                reader.without("when.numbers").number("when.numbers.from").number("when.numbers.to");
            case "LIST" -> reader.numbers("when.numbers");
            default -> reader.without("when.numbers");
        }
    }

    private static void arrived(FormReader reader) {
        reader.without("when.arrived");
        switch (reader.value("when.arrived")) {
            case "true" -> reader.yes("when.arrived");
            case "false" -> reader.mapping("when", when(reader).put("arrived", false));
            default -> {}
        }
    }

    private static ObjectNode when(FormReader reader) {
        return reader.tree().get("when") instanceof ObjectNode when ? when : object();
    }

    /** Fields of another form than the chosen one are left out, as if they had never been filled in. */
    private static void question(FormReader reader) {
        var form = reader.value("asks.form");
        if (form.isEmpty()) {
            reader.without("asks").without("reminder").without("silence").without("answers");
            return;
        }
        reader.text("asks.form").span("asks.answerWithin");
        if (form.equals("CHOICE")) {
            reader.list("asks.choices").text("asks.yesMeans").text("asks.noMeans");
        } else {
            reader.without("asks.choices").without("asks.yesMeans").without("asks.noMeans");
        }
        if (form.equals("NUMBER")) {
            reader.number("asks.min").number("asks.max");
        } else {
            reader.without("asks.min").without("asks.max");
        }
        if (form.equals("INSTRUMENT")) {
            reader.text("asks.instrument")
                    .without("asks.riskAnswers")
                    .without("asks.asksAboutRisk")
                    .without("asks.requests")
                    .without("answers");
        } else {
            reader.without("asks.instrument")
                    .list("asks.riskAnswers")
                    .yes("asks.asksAboutRisk")
                    .mapping("asks.requests", requests(reader))
                    .mapping("answers", answers(reader));
        }
        reminder(reader);
        silence(reader);
    }

    private static void reminder(FormReader reader) {
        switch (reader.value("reminderBy")) {
            case "AFTER" -> reader.without("reminder.at").offset("reminder.after");
            case "AT" -> reader.without("reminder.after").text("reminder.at");
            default -> {
                reader.without("reminder");
                return;
            }
        }
        for (var language : LANGUAGES) {
            reader.text("reminder.text." + language);
        }
    }

    private static void silence(FormReader reader) {
        if (reader.value("silence.by").isEmpty()) {
            reader.without("silence");
        } else {
            reader.text("silence.by")
                    .span("silence.afterLate")
                    .text("silence.then")
                    .text("silence.taskFor");
        }
    }

    private static ObjectNode requests(FormReader reader) {
        var requests = object();
        var keys = reader.values("requestAnswer");
        var topics = reader.values("requestTopic");
        for (int row = 0; row < Math.min(keys.size(), topics.size()); row++) {
            if (!keys.get(row).isEmpty() && !topics.get(row).isEmpty()) {
                requests.put(keys.get(row), topics.get(row));
            }
        }
        return requests;
    }

    private static ObjectNode answers(FormReader reader) {
        var answers = object();
        var keys = reader.values("answerTo");
        for (int row = 0; row < keys.size(); row++) {
            var texts = object();
            for (var language : LANGUAGES) {
                var words = reader.values("answer." + language);
                if (row < words.size() && !words.get(row).isEmpty()) {
                    texts.put(language, words.get(row));
                }
            }
            if (!keys.get(row).isEmpty() && !texts.isEmpty()) {
                answers.set(keys.get(row), texts);
            }
        }
        return answers;
    }

    private static void words(FormReader reader) {
        for (var language : LANGUAGES) {
            reader.text("text." + language).text("detailed." + language);
        }
        reader.mapping("byRoute", byRoute(reader));
    }

    private static ObjectNode byRoute(FormReader reader) {
        var parts = object();
        var names = reader.values("partName");
        for (int row = 0; row < names.size(); row++) {
            var routes = object();
            for (var route : ROUTES) {
                var texts = object();
                for (var language : LANGUAGES) {
                    var words = reader.values("part." + route + "." + language);
                    if (row < words.size() && !words.get(row).isEmpty()) {
                        texts.put(language, words.get(row));
                    }
                }
                if (!texts.isEmpty()) {
                    routes.set(route, texts);
                }
            }
            if (!names.get(row).isEmpty() && !routes.isEmpty()) {
                parts.set(names.get(row), routes);
            }
        }
        return parts;
    }

    private static FormReader draws(FormReader reader) {
        return reader.value("draws").equals("topics") ? reader.text("draws") : reader.without("draws");
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
