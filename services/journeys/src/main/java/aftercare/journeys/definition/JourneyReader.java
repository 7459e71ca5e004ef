package aftercare.journeys.definition;

import aftercare.journeys.definition.InvalidJourney.Problem;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What stands above the touchpoints of a journey, and what must fit between them. */
final class JourneyReader {
    private static final Duration THREE_WEEKS = Duration.ofDays(21);
    private static final SendHours BY_DAY = new SendHours(LocalTime.of(9, 0), LocalTime.of(20, 0));

    private final List<Problem> problems;

    JourneyReader(List<Problem> problems) {
        this.problems = problems;
    }

    Journey journey(JsonNode tree) {
        var fields = new Fields("journey", "", tree, problems);
        var journey = new Journey(
                fields.required("journey", Spellings::word, "?"),
                fields.required("settle", Spellings::span, Duration.ZERO),
                fields.required("dischargeAfterEnd", Spellings::span, Duration.ZERO),
                fields.required("dischargeAfterStart", Spellings::span, Duration.ZERO),
                fields.optional("seriesGap", Spellings::span).orElse(THREE_WEEKS),
                fields.optional("maintenanceEvery", Spellings::span).orElse(null),
                fields.optional("sendHours", SendHours::parse).orElse(BY_DAY),
                fields.nested("budget").map(JourneyReader::budget).orElse(Budget.USUAL),
                touchpoints(fields),
                topics(fields));
        fields.refuseUnknown();
        refuseTwins(journey);
        journey.touchpoints().forEach(touchpoint -> refuseLooseEnds(touchpoint, journey));
        return journey;
    }

    private static Budget budget(Fields fields) {
        var budget = new Budget(
                fields.required("perDay", Spellings.between(1, 20), 1),
                fields.required("perSessionDay", Spellings.between(1, 20), 1),
                fields.required("perWeek", Spellings.between(1, 100), 1));
        fields.refuseUnknown();
        return budget;
    }

    private List<Touchpoint> touchpoints(Fields fields) {
        var touchpoints = new ArrayList<Touchpoint>();
        int place = 1;
        for (var element : fields.elements("touchpoints")) {
            var owner = element.path("id").asString("touchpoint " + place++);
            touchpoints.add(TouchpointReader.touchpoint(owner, new Fields(owner, "", element, problems)));
        }
        return touchpoints;
    }

    private List<Topic> topics(Fields fields) {
        var topics = new ArrayList<Topic>();
        int place = 1;
        for (var element : fields.optionalElements("topics")) {
            var owner = element.path("id").asString("topic " + place++);
            topics.add(topic(owner, new Fields(owner, "", element, problems)));
        }
        return topics;
    }

    private static Topic topic(String owner, Fields fields) {
        var topic = new Topic(
                fields.required("id", Spellings::word, owner),
                fields.required("name", Function.identity(), ""),
                fields.optional("mandatory", Fields.yesOrNo()).orElse(false),
                WordingReader.wording(fields));
        fields.refuseUnknown();
        return topic;
    }

    private void refuseTwins(Journey journey) {
        var seen = new HashSet<String>();
        Stream.concat(
                        journey.touchpoints().stream().map(Touchpoint::code),
                        journey.topics().stream().map(Topic::code))
                .filter(code -> !seen.add(code))
                .forEach(code -> note(code, "id", "is there twice, among touchpoints and topics"));
    }

    private void refuseLooseEnds(Touchpoint touchpoint, Journey journey) {
        var answered = touchpoint.when().answered();
        if (answered != null) {
            refuseAnswerToNothing(touchpoint, answered, journey);
        }
        touchpoint.covers().stream()
                .filter(code -> journey.topic(code).isEmpty())
                .forEach(code -> note(touchpoint.code(), "covers", "names no topic of this journey: \"" + code + "\""));
        if (touchpoint.draws() && journey.topics().isEmpty()) {
            note(touchpoint.code(), "draws", "needs topics, and the journey has none");
        }
        if (touchpoint.timing().anchor() == Anchor.MAINTENANCE_DUE && journey.maintenanceEvery() == null) {
            note(touchpoint.code(), "anchor", "needs the journey's maintenanceEvery, such as P28D");
        }
    }

    private void refuseAnswerToNothing(Touchpoint touchpoint, AnswerCondition answered, Journey journey) {
        var earlier = journey.touchpoint(answered.touchpoint()).map(Touchpoint::asks);
        if (earlier.isEmpty()) {
            note(
                    touchpoint.code(),
                    "when.answered.touchpoint",
                    "is no question of this journey: \"" + answered.touchpoint() + "\"");
            return;
        }
        var asks = earlier.get();
        var is = answered.is();
        if (is != null && (asks.form() == AskForm.INSTRUMENT || !asks.expects(is))) {
            note(
                    touchpoint.code(),
                    "when.answered.is",
                    "is no answer to " + answered.touchpoint() + ": \"" + is + "\"");
        }
        int atLeast = answered.atLeast() == null ? Integer.MIN_VALUE : answered.atLeast();
        int atMost = answered.atMost() == null ? Integer.MAX_VALUE : answered.atMost();
        if (is == null && (answered.atLeast() != null || answered.atMost() != null) && !asks.reaches(atLeast, atMost)) {
            note(touchpoint.code(), "when.answered", "holds for no answer that " + answered.touchpoint() + " can get");
        }
    }

    private void note(String owner, String field, String what) {
        problems.add(new Problem(owner, field, what));
    }
}
