package aftercare.journeys.definition;

import aftercare.journeys.definition.InvalidJourney.Problem;
import aftercare.journeys.wording.ClinicSettings;
import aftercare.journeys.wording.Texts;
import aftercare.journeys.wording.Wording;
import aftercare.schemas.clinic.Route;
import aftercare.schemas.clinic.VisitKind;
import aftercare.schemas.messaging.AnswerForm;
import aftercare.schemas.messaging.Purpose;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a journey; the format is told at the top of {@code journeys.yaml}. */
public final class JourneyYaml {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Duration HISTORY = Duration.ofDays(2);

    private final List<Problem> problems = new ArrayList<>();

    private JourneyYaml() {}

    /** @throws InvalidJourney with everything that is wrong with its fields */
    static Journey read(String yaml) {
        var reading = new JourneyYaml();
        var journey = reading.journey(tree(yaml));
        refuse(reading.problems);
        return journey;
    }

    /**
     * Reads a journey that is to be published, and checks its texts as well. One that was published stays readable whatever becomes of
     * the clinic's name.
     *
     * @throws InvalidJourney with everything that is wrong with it
     */
    public static Journey readForPublishing(String yaml, ClinicSettings clinic) {
        var journey = read(yaml);
        refuse(new TextCheck(clinic).problemsOf(journey));
        return journey;
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidJourney(problems);
        }
    }

    private static JsonNode tree(String yaml) {
        try {
            var tree = YAML.readTree(yaml);
            if (tree.isObject()) {
                return tree;
            }
            throw new InvalidJourney(List.of(new Problem("journey", "yaml", "is no mapping of fields")));
        } catch (JacksonException e) {
            var where = e.getLocation();
            throw new InvalidJourney(List.of(new Problem(
                    "journey",
                    "yaml",
                    where == null ? "can't be read" : "can't be read at line " + where.getLineNr())));
        }
    }

    private Journey journey(JsonNode tree) {
        var fields = new Fields("journey", "", tree, problems);
        var touchpoints = new ArrayList<Touchpoint>();
        int place = 1;
        for (var element : fields.elements("touchpoints")) {
            touchpoints.add(touchpoint(element, place++));
        }
        var journey = new Journey(
                fields.required("journey", JourneyYaml::word, "?"),
                fields.required("settle", JourneyYaml::span, Duration.ZERO),
                fields.required("dischargeAfterEnd", JourneyYaml::span, Duration.ZERO),
                fields.required("dischargeAfterStart", JourneyYaml::span, Duration.ZERO),
                touchpoints);
        fields.refuseUnknown();
        refuseTwins(touchpoints);
        return journey;
    }

    private Touchpoint touchpoint(JsonNode element, int place) {
        var owner = element.path("id").asString("touchpoint " + place);
        var fields = new Fields(owner, "", element, problems);
        var touchpoint = new Touchpoint(
                fields.required("id", JourneyYaml::word, owner),
                fields.required("name", Function.identity(), ""),
                fields.required("purpose", Fields.oneOf(Purpose.class), Purpose.EDUCATION),
                fields.required("priority", Fields.whole(), 0),
                kinds(fields),
                timing(fields),
                wording(fields),
                fields.nested("asks").map(this::asks).orElse(null),
                answers(fields));
        fields.refuseUnknown();
        refuseAnswersWithoutQuestion(fields, touchpoint);
        return touchpoint;
    }

    private static Set<VisitKind> kinds(Fields fields) {
        var kinds = fields.list("kinds", Fields.oneOf(VisitKind.class));
        return kinds.isEmpty() ? Set.of(VisitKind.SESSION) : Set.copyOf(kinds);
    }

    private static Timing timing(Fields fields) {
        var anchor = fields.required("anchor", Fields.oneOf(Anchor.class), Anchor.CONSENT);
        var fallback = fields.optional("fallback", Offset::parse);
        if (fallback.isPresent() && anchor != Anchor.COMPLETED) {
            fields.problem("fallback", "is only for anchor COMPLETED");
        }
        return new Timing(
                anchor,
                fields.required("offset", Offset::parse, new Offset(0, Duration.ZERO)),
                fallback.orElse(null),
                fields.optional("until", Offset::parse).orElse(null),
                fields.required("window", SendHours::parse, new SendHours(LocalTime.of(10, 0), LocalTime.of(18, 0))),
                fields.optional("late", SendHours::parse).orElse(null),
                fields.required("oncePer", Fields.oneOf(OncePer.class), OncePer.PATIENT),
                fields.optional("persist", Fields.yesOrNo()).orElse(false),
                fields.optional("maxAge", JourneyYaml::span).orElse(HISTORY),
                fields.optional("clearOfSession", JourneyYaml::span).orElse(null));
    }

    private static Wording wording(Fields fields) {
        var byRoute = new LinkedHashMap<String, Map<Route, Texts>>();
        fields.nested("byRoute")
                .ifPresent(parts -> parts.nestedByName().forEach((name, routes) -> byRoute.put(name, routes(routes))));
        var texts = fields.texts("text");
        if (texts.isEmpty()) {
            fields.problem("text", "is missing");
        }
        return new Wording(
                texts.orElse(new Texts(Map.of(Texts.ENGLISH, ""))),
                fields.texts("detailed").orElse(null),
                byRoute);
    }

    private static Map<Route, Texts> routes(Fields fields) {
        var routes = new LinkedHashMap<Route, Texts>();
        fields.nestedByName().forEach((name, texts) -> {
            try {
                var route = Fields.oneOf(Route.class).apply(name);
                texts.texts().ifPresent(found -> routes.put(route, found));
            } catch (IllegalArgumentException e) {
                fields.problem(name, String.valueOf(e.getMessage()));
            }
        });
        if (!routes.containsKey(Route.UNKNOWN)) {
            fields.problem(Route.UNKNOWN.name(), "is missing");
        }
        return routes;
    }

    private Asks asks(Fields fields) {
        var asks = new Asks(
                fields.required("form", Fields.oneOf(AnswerForm.class), AnswerForm.CHOICE),
                fields.list("choices", Function.identity()),
                fields.optional("min", Fields.whole()).orElse(0),
                fields.optional("max", Fields.whole()).orElse(0),
                fields.optional("asksAboutRisk", Fields.yesOrNo()).orElse(false),
                fields.list("riskAnswers", Function.identity()),
                fields.required("answerWithin", JourneyYaml::span, Duration.ofHours(20)),
                fields.nested("requests").map(Fields::scalarsByName).orElse(Map.of()),
                fields.optional("silenceBy", LocalTime::parse).orElse(null),
                fields.optional("silenceAfterLate", JourneyYaml::span).orElse(Duration.ofHours(3)));
        fields.refuseUnknown();
        refuseEmptyQuestion(fields, asks);
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
        }
        asks.requests().keySet().stream()
                .filter(answer -> !asks.expects(answer))
                .forEach(answer -> fields.problem("requests." + answer, "is no answer to the question"));
        asks.riskAnswers().stream()
                .filter(answer -> !asks.expects(answer))
                .forEach(
                        answer -> fields.problem("riskAnswers", "holds no answer to the question: \"" + answer + "\""));
    }

    private static Map<String, Texts> answers(Fields fields) {
        var answers = new LinkedHashMap<String, Texts>();
        fields.nested("answers")
                .ifPresent(all -> all.nestedByName()
                        .forEach((answer, texts) -> texts.texts().ifPresent(found -> answers.put(answer, found))));
        return answers;
    }

    private static void refuseAnswersWithoutQuestion(Fields fields, Touchpoint touchpoint) {
        touchpoint.answers().keySet().stream()
                .filter(answer -> !expects(touchpoint.asks(), answer))
                .forEach(answer -> fields.problem("answers." + answer, "is no answer to the question"));
    }

    private static boolean expects(@Nullable Asks asks, String answer) {
        return asks != null && asks.expects(answer);
    }

    private void refuseTwins(List<Touchpoint> touchpoints) {
        var seen = new java.util.HashSet<String>();
        touchpoints.stream()
                .filter(touchpoint -> !seen.add(touchpoint.code()))
                .forEach(touchpoint -> problems.add(new Problem(touchpoint.code(), "id", "is there twice")));
    }

    private static String word(String text) {
        if (!text.matches("[A-Za-z0-9_-]{1,40}")) {
            throw new IllegalArgumentException("is no id of letters, digits, - and _");
        }
        return text;
    }

    private static Duration span(String text) {
        var span = Duration.parse(text);
        if (span.isNegative()) {
            throw new IllegalArgumentException("is negative");
        }
        return span;
    }
}
